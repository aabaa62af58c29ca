// What -Help and a wrong command line print, and what -Version prints.

export const USAGE = `
Usage: hubshell [-State <folder>] [-Organization <name>] [-Server <name>] [-Mount <Drive>=<folder>]...
                [-WorkingDirectory <path>] [-Culture <name>] [-NoLogo] [-NoExit] [-NonInteractive]
                [-Command { - | <string> [<CommandParameters>] } | [-File] <filePath> [args]]
                [-EncodedCommand <Base64EncodedCommand>] [-Version] [-Help]
`;

export const HELP = `${USAGE}
  -State             folder of the sandbox; made when it is missing. Default: $HUBSHELL_STATE, else the platform's data folder
  -Organization      sample organisation that a new sandbox starts from: Contoso (default), Fabrikam2010, Northwind2007
  -Server            server whose console the shell is
  -Mount             gives scripts a real folder as a drive, to read and write: -Mount G=./scripts
  -WorkingDirectory  location to start in (default C:\\)
  -Culture           culture of dates, numbers and texts (default en-US)
  -NoLogo            no banner
  -NoExit            stays at the prompt after -Command or -File
  -NonInteractive    asks nothing: what would ask is an error
  -Command           runs this text, or standard input for '-', and exits. All that follows belongs to it
  -File              runs this script and exits. All that follows is the script's
  -Version           prints the version
  -Help              prints this

Names may be shortened. Exit codes: what 'exit' names, 1 after a terminating error, 64 for a wrong command line.
`;
