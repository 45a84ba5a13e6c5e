; REMOVE_TREE folder: delete a folder of ours and all in it. Unlike RMDir /r it does not enter links and junctions, which may
; lead to folders that are not ours, and it reaches names of any length.

!define REPARSE_POINT 0x400
!define IS_FOLDER 0x10
!define NOTHING_THERE -1

!macro REMOVE_TREE folder
  Push "\\?\${folder}"
  Call un.RemoveTree
!macroend

Function un.RemoveTree
  Exch $0 ; the path
  Push $1 ; the search
  Push $2 ; a name found
  Push $3 ; attributes
  System::Call 'kernel32::GetFileAttributesW(w r0) i .r3'
  ${If} $3 != ${NOTHING_THERE}
    System::Call 'kernel32::SetFileAttributesW(w r0, i 0x80) i' ; neither read-only nor hidden
    IntOp $1 $3 & ${IS_FOLDER}
    IntOp $2 $3 & ${REPARSE_POINT}
    ${If} $1 = 0
      System::Call 'kernel32::DeleteFileW(w r0) i'
    ${Else}
      ${If} $2 = 0
        FindFirst $1 $2 "$0\*"
        ${DoWhile} $2 != ""
          ${If} $2 != "."
          ${AndIf} $2 != ".."
            Push "$0\$2"
            Call un.RemoveTree
          ${EndIf}
          FindNext $1 $2
        ${Loop}
        FindClose $1
      ${EndIf}
      System::Call 'kernel32::RemoveDirectoryW(w r0) i' ; of a link: the link alone
    ${EndIf}
  ${EndIf}
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
