; The installer for one user of Windows: no administrator, nothing outside the user's folders and HKEY_CURRENT_USER.
; build.py gives VERSION, NUMBERS (the three that Windows compares), SIZE_KB, LONGEST, WORK (files.nsh, icon and pictures
; lie there), OUT, SIGN and perhaps FAST.
;
;   setup.exe /S [/WAIT=seconds] [/D=folder]              silent; /D= comes last and takes no quotes
;   uninstall.exe /S [/LIBRARY=remove] [/WAIT=seconds]    silent; the library stays unless its removal is asked for
;
; Exit codes: 0 done, 1 cancelled, 2 failed, 3 Photoloom is running, 4 the folder's name is too long,
; 5 the earlier version could not be removed, 6 this Windows is too old, 7 the drive is too full.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
RequestExecutionLevel user
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
AllowSkipFiles off
CRCCheck force

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define DATA "photoloom" ; platformdirs' user_data_dir("photoloom", appauthor=False), below $LOCALAPPDATA
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Photoloom"
!define CLASSES "Software\Classes"
!define /math SIZE_MB ${SIZE_KB} / 1024
!define PATIENCE 30 ; seconds that a silent run waits for Photoloom to be closed
!define /math MOST_FOLDER 258 - ${LONGEST} ; characters, a backslash and the longest name fill 259

Var Earlier ; the folder of the version that is installed, or ""
Var Patience
Var Upgrading
Var RemoveLibrary
Var Box

Name "Photoloom"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Photoloom"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Photoloom ${VERSION}"
VIProductVersion "${NUMBERS}.0"
VIAddVersionKey "ProductName" "Photoloom"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Photoloom Setup"
VIAddVersionKey "CompanyName" "The Photoloom developers"
VIAddVersionKey "LegalCopyright" "The Photoloom developers, Apache License 2.0"
!finalize '${SIGN} "%1"' = 0
!uninstfinalize '${SIGN} "%1"' = 0

!define MUI_ICON "${WORK}/photoloom.ico"
!define MUI_UNICON "${WORK}/photoloom.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WORK}/welcome.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${WORK}/welcome.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${WORK}/header.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${WORK}/header.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\photoloom.exe"

!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskLibrary un.LibraryAnswered
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!include texts.nsh
!include folders.nsh
!include "${WORK}/files.nsh" ; macros INSTALL_FILES and REMOVE_FILES: one line a file

; End with an exit code, after saying why unless silent.
!macro FAIL code text
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; Wait until neither program of `folder` runs: a running one cannot be opened for writing.
!macro WAIT_FOR_PROGRAMS folder
  ${Do}
    StrCpy $1 ""
    ${If} ${FileExists} "${folder}\photoloom.exe"
      ClearErrors
      FileOpen $0 "${folder}\photoloom.exe" a
      ${IfThen} ${Errors} ${|} StrCpy $1 "running" ${|}
      FileClose $0
    ${EndIf}
    ${If} ${FileExists} "${folder}\photoloom-engine.exe"
      ClearErrors
      FileOpen $0 "${folder}\photoloom-engine.exe" a
      ${IfThen} ${Errors} ${|} StrCpy $1 "running" ${|}
      FileClose $0
    ${EndIf}
    ${IfThen} $1 == "" ${|} ${ExitDo} ${|}
    ${If} ${Silent}
      ${If} $Patience <= 0
        SetErrorLevel 3
        Quit
      ${EndIf}
      Sleep 1000
      IntOp $Patience $Patience - 1
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDRETRY +3
      SetErrorLevel 1
      Quit
    ${EndIf}
  ${Loop}
!macroend

!macro READ_PATIENCE
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/WAIT=" $Patience
  ${IfThen} ${Errors} ${|} StrCpy $Patience ${PATIENCE} ${|}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    !insertmacro FAIL 6 "$(OLD_WINDOWS)"
  ${EndIf}
  !insertmacro READ_PATIENCE
  ReadRegStr $Earlier HKCU "${UNINSTALL_KEY}" "InstallLocation"
FunctionEnd

Function CheckFolder
  StrLen $0 $INSTDIR
  ${If} $0 > ${MOST_FOLDER}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(LONG_FOLDER)"
    Abort
  ${EndIf}
FunctionEnd

Function RemoveEarlier
  !insertmacro WAIT_FOR_PROGRAMS "$INSTDIR"
  ${If} $Earlier != ""
  ${AndIf} ${FileExists} "$Earlier\uninstall.exe"
    !insertmacro WAIT_FOR_PROGRAMS "$Earlier"
    ; It knows its own files, all of them and no others. _?= makes it run where it lies, so that it can be waited for.
    ClearErrors
    ExecWait '"$Earlier\uninstall.exe" /S /UPGRADE /WAIT=$Patience _?=$Earlier' $0
    ${If} ${Errors}
    ${OrIf} $0 != 0
      !insertmacro FAIL 5 "$(OLD_STAYS)"
    ${EndIf}
    Delete "$Earlier\uninstall.exe"
    RMDir "$Earlier"
  ${EndIf}
FunctionEnd

!macro OPEN_WITH kind
  WriteRegStr HKCU "${CLASSES}\${kind}\shell\Photoloom" "" "$(OPEN_WITH)"
  WriteRegStr HKCU "${CLASSES}\${kind}\shell\Photoloom" "Icon" '"$INSTDIR\photoloom.exe",0'
  ; "\." keeps the backslash of a drive's own folder, D:\, from hiding the closing quote.
  WriteRegStr HKCU "${CLASSES}\${kind}\shell\Photoloom\command" "" '"$INSTDIR\photoloom.exe" "%V\."'
!macroend

!macro FORGET_OPEN_WITH kind
  DeleteRegKey HKCU "${CLASSES}\${kind}\shell\Photoloom"
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

Section
  StrLen $0 $INSTDIR
  ${If} $0 > ${MOST_FOLDER}
    !insertmacro FAIL 4 "$(LONG_FOLDER)"
  ${EndIf}
  ; Before anything is removed: an installation that fails half-way would leave no program at all.
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${If} $1 < ${SIZE_MB}
    !insertmacro FAIL 7 "$(NO_ROOM)"
  ${EndIf}
  Call RemoveEarlier
  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Photoloom.lnk" "$INSTDIR\photoloom.exe" "" "$INSTDIR\photoloom.exe" 0 \
    SW_SHOWNORMAL "" "$(SHORTCUT)"
  !insertmacro OPEN_WITH "Directory"
  !insertmacro OPEN_WITH "Directory\Background"
  !insertmacro OPEN_WITH "Drive"
  !insertmacro TELL_EXPLORER
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Photoloom"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\photoloom.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Photoloom developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  !insertmacro READ_PATIENCE
  ${GetParameters} $0
  StrCpy $Upgrading 0
  StrCpy $RemoveLibrary 0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNotThen} ${Errors} ${|} StrCpy $Upgrading 1 ${|}
  ClearErrors
  ${GetOptions} $0 "/LIBRARY=" $1
  ${If} $1 == "remove"
    StrCpy $RemoveLibrary 1
  ${EndIf}
FunctionEnd

Function un.AskLibrary
  !insertmacro MUI_HEADER_TEXT "$(LIBRARY_TITLE)" "$(LIBRARY_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 60u "$(LIBRARY_EXPLAINED)"
  Pop $0
  ${NSD_CreateCheckbox} 0 66u 100% 12u "$(LIBRARY_REMOVE)"
  Pop $Box
  ${NSD_SetState} $Box $RemoveLibrary
  nsDialogs::Show
FunctionEnd

Function un.LibraryAnswered
  ${NSD_GetState} $Box $RemoveLibrary
FunctionEnd

Section "Uninstall"
  !insertmacro WAIT_FOR_PROGRAMS "$INSTDIR"
  !insertmacro REMOVE_FILES
  ${If} $Upgrading == 1
    Return ; the newer version writes all that follows anew
  ${EndIf}
  ${For} $0 1 50 ; what was started may not have ended yet: this is a copy of it, in a temporary folder
    Delete "$INSTDIR\uninstall.exe"
    ${IfNotThen} ${FileExists} "$INSTDIR\uninstall.exe" ${|} ${ExitFor} ${|}
    Sleep 100
  ${Next}
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR ; else another copy is the one that Windows knows
    !insertmacro FORGET_OPEN_WITH "Directory"
    !insertmacro FORGET_OPEN_WITH "Directory\Background"
    !insertmacro FORGET_OPEN_WITH "Drive"
    Delete "$SMPROGRAMS\Photoloom.lnk"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    !insertmacro TELL_EXPLORER
    Call un.RemoveData
  ${EndIf}
SectionEnd

; What was computed and can be had again goes always; the libraries and the window's settings only if asked.
Function un.RemoveData
  ${If} $RemoveLibrary == 1
    !insertmacro REMOVE_TREE "$LOCALAPPDATA\${DATA}"
  ${Else}
    !insertmacro REMOVE_TREE "$LOCALAPPDATA\${DATA}\models"
    !insertmacro REMOVE_TREE "$LOCALAPPDATA\${DATA}\gpu-pack"
    !insertmacro REMOVE_TREE "$LOCALAPPDATA\${DATA}\Logs"
    RMDir "$LOCALAPPDATA\${DATA}"
  ${EndIf}
FunctionEnd
