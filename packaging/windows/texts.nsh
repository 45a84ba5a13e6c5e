; What the installer and the uninstaller say, in English and in French. Windows chooses by the user's language.

!macro TEXT name english french
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_FRENCH} "${french}"
!macroend

!insertmacro TEXT WELCOME \
  "Photoloom sorts your photos by what they show. It works on this computer alone: no photo leaves it.$\r$\n$\r$\nIt is installed for you, and needs no administrator. An earlier version is replaced; your library stays as it is." \
  "Photoloom trie vos photos d’après ce qu’elles montrent. Il ne travaille que sur cet ordinateur : aucune photo ne le quitte.$\r$\n$\r$\nIl est installé pour vous seul, sans administrateur. Une version antérieure est remplacée ; votre bibliothèque reste telle quelle."
!insertmacro TEXT OPEN_WITH "Open with Photoloom" "Ouvrir avec Photoloom"
!insertmacro TEXT SHORTCUT "Sort your photos by what they show" "Triez vos photos d’après ce qu’elles montrent"
!insertmacro TEXT OLD_WINDOWS \
  "Photoloom needs Windows 10 or newer, 64 bit." \
  "Photoloom nécessite Windows 10 ou une version plus récente, 64 bits."
!insertmacro TEXT RUNNING \
  "Photoloom is running. Close its window, then choose Retry." \
  "Photoloom est en cours d’exécution. Fermez sa fenêtre, puis choisissez Réessayer."
!insertmacro TEXT LONG_FOLDER \
  "The name of this folder is too long for some files of Photoloom: choose one with ${MOST_FOLDER} characters at most." \
  "Le nom de ce dossier est trop long pour certains fichiers de Photoloom : choisissez-en un de ${MOST_FOLDER} caractères au plus."
!insertmacro TEXT NO_ROOM \
  "Photoloom takes ${SIZE_MB} MB, and the drive of $INSTDIR has $1 MB left: make room there, or choose another drive." \
  "Photoloom occupe ${SIZE_MB} Mo, et il reste $1 Mo sur le disque de $INSTDIR : libérez de la place, ou choisissez un autre disque."
!insertmacro TEXT OLD_STAYS \
  "The version of Photoloom in $Earlier could not be removed. Restart Windows, then install again; your library is untouched." \
  "La version de Photoloom dans $Earlier n’a pas pu être supprimée. Redémarrez Windows, puis relancez l’installation ; votre bibliothèque est intacte."
!insertmacro TEXT LIBRARY_TITLE "Your library" "Votre bibliothèque"
!insertmacro TEXT LIBRARY_SUBTITLE \
  "Choose whether it stays for a later installation." \
  "Choisissez si elle reste pour une installation ultérieure."
!insertmacro TEXT LIBRARY_EXPLAINED \
  "Your photos are not touched. The library in $LOCALAPPDATA\${DATA} holds what Photoloom knows of them: groups, names, corrections, and how to undo what was done to files. Once removed it cannot be brought back." \
  "Vos photos ne sont pas modifiées. La bibliothèque dans $LOCALAPPDATA\${DATA} contient ce que Photoloom sait d’elles : groupes, noms, corrections, et de quoi annuler ce qui a été fait aux fichiers. Une fois supprimée, elle ne peut pas être récupérée."
!insertmacro TEXT LIBRARY_REMOVE "Remove the library as well" "Supprimer aussi la bibliothèque"
