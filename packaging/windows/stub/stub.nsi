; A tiny program in place of photoloom.exe, so that the installer can be checked where Photoloom itself was not built.
; It writes its arguments into "opened.txt" beside itself; with /HOLD it runs until that file is gone.
Unicode true
Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
CRCCheck off
Name "stub"
OutFile "${OUT}"
!include FileFunc.nsh
!include LogicLib.nsh

Section
  ${GetParameters} $0
  FileOpen $1 "$EXEDIR\opened.txt" w
  FileWriteUTF16LE $1 $0
  FileClose $1
  ${If} $0 == "/HOLD"
    ${DoWhile} ${FileExists} "$EXEDIR\opened.txt"
      Sleep 50
    ${Loop}
  ${EndIf}
SectionEnd
