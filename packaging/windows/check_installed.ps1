# On Windows itself: install over an older version, run the loop on the demo gallery, uninstall; then the MSI likewise.
#   pwsh packaging/windows/check_installed.ps1 -Setup setup.exe -Older older.exe -Msi photoloom.msi -Out folder
param([string] $Setup, [string] $Older, [string] $Msi, [string] $Out)
$ErrorActionPreference = 'Stop'

# Start-Process waits for what a program has started as well: an uninstaller copies itself and goes on from there.
function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    $ended = Start-Process -FilePath $Program -ArgumentList $Arguments -Wait -PassThru
    if ($ended.ExitCode -ne 0) { throw "$Program $Arguments ended with $($ended.ExitCode)" }
}
function Assert-Gone([string] $Path) { if (Test-Path $Path) { throw "$Path is still there" } }

$folder = "$env:LOCALAPPDATA\Programs\Photoloom"
$uninstall = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Photoloom'

Invoke-Checked $Older '/S'
if (-not (Test-Path "$folder\_internal\only-0.0.1.txt")) { throw 'The older version was not installed' }
Invoke-Checked $Setup '/S'
Assert-Gone "$folder\_internal\only-0.0.1.txt"
Invoke-Checked "$folder\photoloom.exe" @('--smoke', "`"$Out\setup`"")
Invoke-Checked "$folder\uninstall.exe" '/S'
Assert-Gone $folder
Assert-Gone $uninstall

Invoke-Checked 'msiexec.exe' @('/i', "`"$Msi`"", '/qn')
Invoke-Checked "$env:ProgramFiles\Photoloom\photoloom.exe" @('--smoke', "`"$Out\msi`"")
Invoke-Checked 'msiexec.exe' @('/x', "`"$Msi`"", '/qn')
Assert-Gone "$env:ProgramFiles\Photoloom"
