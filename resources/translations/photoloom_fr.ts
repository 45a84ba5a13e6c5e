<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>Alike</name>
  <message>
   <source>MOST ALIKE</source>
   <translation>LES PLUS RESSEMBLANTES</translation>
  </message>
  <message>
   <source>{name}: {share} alike</source>
   <translation>{name} : ressemblance {share}</translation>
  </message>
 </context>
 <context>
  <name>AskPage</name>
  <message>
   <source>Ask me</source>
   <translation>Questions</translation>
  </message>
  <message>
   <source>Ask me more</source>
   <translation>D’autres questions</translation>
  </message>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Each answer holds through every retrain. Esc ends the questions.</source>
   <translation>Chaque réponse reste acquise à chaque réentraînement. Échap met fin aux questions.</translation>
  </message>
  <message>
   <source>End the questions</source>
   <translation>Terminer les questions</translation>
  </message>
  <message>
   <source>Looking for the photos most worth asking about…</source>
   <translation>Recherche des photos sur lesquelles il est le plus utile de vous interroger…</translation>
  </message>
  <message>
   <source>Name of the new cluster</source>
   <translation>Nom du nouveau groupe</translation>
  </message>
  <message>
   <source>Name of the new cluster, or none</source>
   <translation>Nom du nouveau groupe, ou rien</translation>
  </message>
  <message>
   <source>New cluster  (N)</source>
   <translation>Nouveau groupe  (N)</translation>
  </message>
  <message>
   <source>Nothing to ask</source>
   <translation>Rien à demander</translation>
  </message>
  <message>
   <source>Nothing was answered</source>
   <translation>Aucune réponse donnée</translation>
  </message>
  <message>
   <source>Put in {name}. Ctrl+Z takes it back.</source>
   <translation>Placée dans {name}. Ctrl+Z annule.</translation>
  </message>
  <message>
   <source>Put in {name}. That speaks for {around} photos like it, {doubtful} of them doubtful. Ctrl+Z takes it back.</source>
   <translation>Placée dans {name}. Cela vaut pour {around} photos semblables, dont {doubtful} douteuses. Ctrl+Z annule.</translation>
  </message>
  <message>
   <source>Put in {name}. That speaks for {around} photos like it. Ctrl+Z takes it back.</source>
   <translation>Placée dans {name}. Cela vaut pour {around} photos semblables. Ctrl+Z annule.</translation>
  </message>
  <message>
   <source>Question {0} of {1}</source>
   <translation>Question {0} sur {1}</translation>
  </message>
  <message>
   <source>Questions asked</source>
   <translation>Questions posées</translation>
  </message>
  <message>
   <source>Retrain and see what moves</source>
   <translation>Réentraîner et voir ce qui change</translation>
  </message>
  <message>
   <source>Skip  (S)</source>
   <translation>Passer  (S)</translation>
  </message>
  <message>
   <source>They speak for {0:,} of {1:,} photos: a retrain lets the rest learn from them.</source>
   <translation>Elles valent pour {0:,} photos sur {1:,} : un réentraînement en fait profiter les autres.</translation>
  </message>
  <message>
   <source>Where does it belong?</source>
   <translation>Où la ranger ?</translation>
  </message>
  <message>
   <source>You have placed every photo yourself.</source>
   <translation>Vous avez placé vous-même toutes les photos.</translation>
  </message>
  <message>
   <source>Your answers speak for {0:,} of {1:,} photos</source>
   <translation>Vos réponses valent pour {0:,} photos sur {1:,}</translation>
  </message>
  <message>
   <source>{0} photos placed</source>
   <translation>{0} photos placées</translation>
  </message>
 </context>
 <context>
  <name>AskRound</name>
  <message>
   <source>a new cluster</source>
   <translation>un nouveau groupe</translation>
  </message>
 </context>
 <context>
  <name>AskTarget</name>
  <message>
   <source>Put the photo into {0} ({1})</source>
   <translation>Placer la photo dans {0} ({1})</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close this message</source>
   <translation>Fermer ce message</translation>
  </message>
 </context>
 <context>
  <name>ClusterCard</name>
  <message>
   <source>Name of the cluster</source>
   <translation>Nom du groupe</translation>
  </message>
  <message>
   <source>{0}
On average {1:.0%} sure</source>
   <translation>{0}
Sûr à {1:.0%} en moyenne</translation>
  </message>
  <message>
   <source>{0}, {1} photos</source>
   <translation>{0}, {1} photos</translation>
  </message>
 </context>
 <context>
  <name>ClusterShelf</name>
  <message>
   <source>A new kind?</source>
   <translation>Un nouveau genre ?</translation>
  </message>
  <message>
   <source>As many as there are</source>
   <translation>Autant qu’il y en a</translation>
  </message>
  <message>
   <source>CLUSTERS</source>
   <translation>GROUPES</translation>
  </message>
  <message>
   <source>CLUSTERS  {0}</source>
   <translation>GROUPES  {0}</translation>
  </message>
  <message>
   <source>Close calls</source>
   <translation>Cas limites</translation>
  </message>
  <message>
   <source>Drop photos here for a new cluster</source>
   <translation>Déposez des photos ici pour créer un groupe</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Verrouiller</translation>
  </message>
  <message>
   <source>Make a cluster</source>
   <translation>En faire un groupe</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>Fusionner avec</translation>
  </message>
  <message>
   <source>Photos between two clusters, the most doubtful first. Ask me asks about such photos.</source>
   <translation>Photos entre deux groupes, les plus douteuses d’abord. « Questions » interroge sur de telles photos.</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Tout sélectionner</translation>
  </message>
  <message>
   <source>Split into</source>
   <translation>Diviser en</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Déverrouiller</translation>
  </message>
  <message>
   <source>Unsure photos that are like each other.</source>
   <translation>Photos incertaines qui se ressemblent.</translation>
  </message>
  <message>
   <source>{0} clusters</source>
   <translation>{0} groupes</translation>
  </message>
 </context>
 <context>
  <name>ClusteringsList</name>
  <message>
   <source>Choose one to see what going back to it would change.</source>
   <translation>Choisissez-en un pour voir ce que changerait un retour.</translation>
  </message>
  <message>
   <source>Earlier clusterings</source>
   <translation>Classements précédents</translation>
  </message>
  <message>
   <source>stands now</source>
   <translation>en vigueur</translation>
  </message>
  <message>
   <source>{0} clusters of {1:,} photos  ·  {2}</source>
   <translation>{0} groupes, {1:,} photos  ·  {2}</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>(no folder is open)</source>
   <translation>(aucun dossier ouvert)</translation>
  </message>
  <message>
   <source>About Photoloom</source>
   <translation>À propos de Photoloom</translation>
  </message>
  <message>
   <source>Choose a folder of pictures</source>
   <translation>Choisir un dossier d’images</translation>
  </message>
  <message>
   <source>Choose another folder for this library</source>
   <translation>Choisir un autre dossier pour cette photothèque</translation>
  </message>
  <message>
   <source>Go to cluster</source>
   <translation>Aller au groupe</translation>
  </message>
  <message>
   <source>Nothing is deleted: the trash comes in a later version. Your photos stay as they are.</source>
   <translation>Rien n’est supprimé : la corbeille viendra dans une version ultérieure. Vos photos restent intactes.</translation>
  </message>
  <message>
   <source>Photoloom {0}

Nothing leaves this computer.
This library lies in
{1}

Names of towns: GeoNames (geonames.org, CC BY 4.0).</source>
   <translation>Photoloom {0}

Rien ne quitte cet ordinateur.
Cette photothèque se trouve dans
{1}

Noms des villes : GeoNames (geonames.org, CC BY 4.0).</translation>
  </message>
  <message>
   <source>Recent folders</source>
   <translation>Dossiers récents</translation>
  </message>
 </context>
 <context>
  <name>CopiesPage</name>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Copies</translation>
  </message>
  <message>
   <source>Looking for near-identical photos…</source>
   <translation>Recherche des photos presque identiques…</translation>
  </message>
  <message>
   <source>Near-identical photos</source>
   <translation>Photos presque identiques</translation>
  </message>
  <message>
   <source>Near-identical {0} of {1}</source>
   <translation>Presque identiques : {0} sur {1}</translation>
  </message>
  <message>
   <source>Next group</source>
   <translation>Groupe suivant</translation>
  </message>
  <message>
   <source>No two photos are alike</source>
   <translation>Il n’y a pas deux photos identiques</translation>
  </message>
  <message>
   <source>Nothing is deleted here: the trash comes in a later version.</source>
   <translation>Rien n’est supprimé ici : la corbeille viendra dans une version ultérieure.</translation>
  </message>
  <message>
   <source>Previous group</source>
   <translation>Groupe précédent</translation>
  </message>
  <message>
   <source>Put the other into a cluster</source>
   <translation>Mettre l’autre dans un groupe</translation>
  </message>
  <message>
   <source>Put the {0} others into a cluster</source>
   <translation>Mettre les {0} autres dans un groupe</translation>
  </message>
  <message>
   <source>Select the other</source>
   <translation>Sélectionner l’autre</translation>
  </message>
  <message>
   <source>Select the {0} others</source>
   <translation>Sélectionner les {0} autres</translation>
  </message>
  <message>
   <source>Sharpness {0:.0%}</source>
   <translation>Netteté {0:.0%}</translation>
  </message>
  <message>
   <source>The search was stopped</source>
   <translation>La recherche a été arrêtée</translation>
  </message>
  <message>
   <source>{0:,} of {1:,}</source>
   <translation>{0:,} sur {1:,}</translation>
  </message>
 </context>
 <context>
  <name>CopyCard</name>
  <message>
   <source>kept</source>
   <translation>gardée</translation>
  </message>
  <message>
   <source>not kept</source>
   <translation>non gardée</translation>
  </message>
 </context>
 <context>
  <name>CurvePopup</name>
  <message>
   <source>How many clusters?</source>
   <translation>Combien de groupes ?</translation>
  </message>
  <message>
   <source>Let Photoloom choose</source>
   <translation>Laisser Photoloom choisir</translation>
  </message>
  <message>
   <source>The higher, the better photos that look alike stay together. Click a point to choose it.</source>
   <translation>Plus c’est haut, mieux les photos semblables restent ensemble. Cliquez sur un point pour le choisir.</translation>
  </message>
 </context>
 <context>
  <name>EngineProcess</name>
  <message>
   <source>The engine could not be started: {0}.</source>
   <translation>Le moteur n’a pas pu démarrer : {0}.</translation>
  </message>
  <message>
   <source>The engine stopped unexpectedly, perhaps for want of memory. Nothing is lost: try again.</source>
   <translation>Le moteur s’est arrêté de façon inattendue, peut-être faute de mémoire. Rien n’est perdu : réessayez.</translation>
  </message>
 </context>
 <context>
  <name>FindField</name>
  <message>
   <source>Clear</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Find photos</source>
   <translation>Rechercher des photos</translation>
  </message>
  <message>
   <source>Forget a search</source>
   <translation>Oublier une recherche</translation>
  </message>
  <message>
   <source>Kept searches</source>
   <translation>Recherches gardées</translation>
  </message>
  <message>
   <source>Like {0}</source>
   <translation>Comme {0}</translation>
  </message>
  <message>
   <source>Names, folders, clusters, cameras, places, types and dates: {0}</source>
   <translation>Noms, dossiers, groupes, appareils, lieux, types et dates : {0}</translation>
  </message>
  <message>
   <source>Show photos that are not like it, too</source>
   <translation>Montrer aussi les photos qui ne lui ressemblent pas</translation>
  </message>
 </context>
 <context>
  <name>FlowPicture</name>
  <message>
   <source>Every other cluster</source>
   <translation>Tous les autres groupes</translation>
  </message>
  <message>
   <source>From which cluster to which photos would go</source>
   <translation>De quel groupe à quel groupe iraient les photos</translation>
  </message>
  <message>
   <source>New photos</source>
   <translation>Nouvelles photos</translation>
  </message>
  <message>
   <source>{0:,} photos from {1} to {2}</source>
   <translation>{0:,} photos de {1} à {2}</translation>
  </message>
  <message>
   <source>{0:,} photos stay in {1}</source>
   <translation>{0:,} photos restent dans {1}</translation>
  </message>
 </context>
 <context>
  <name>GroupList</name>
  <message>
   <source>PLACES</source>
   <translation>LIEUX</translation>
  </message>
  <message>
   <source>TIMES</source>
   <translation>DATES</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>DETAILS</source>
   <translation>DÉTAILS</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspecteur</translation>
  </message>
  <message>
   <source>Keep it in {name}</source>
   <translation>La garder dans {name}</translation>
  </message>
  <message>
   <source>LARGEST CLUSTERS</source>
   <translation>PLUS GRANDS GROUPES</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Photothèque</translation>
  </message>
  <message>
   <source>Move it to {name}</source>
   <translation>La déplacer vers {name}</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>Déplacer vers</translation>
  </message>
  <message>
   <source>New cluster</source>
   <translation>Nouveau groupe</translation>
  </message>
  <message>
   <source>Open with its program</source>
   <translation>Ouvrir avec son programme</translation>
  </message>
  <message>
   <source>Pinned: it stays in {name}</source>
   <translation>Épinglée : elle reste dans {name}</translation>
  </message>
  <message>
   <source>Reveal in file manager</source>
   <translation>Montrer dans le gestionnaire de fichiers</translation>
  </message>
  <message>
   <source>Select a photo to see why it is where it is.</source>
   <translation>Sélectionnez une photo pour voir pourquoi elle est là où elle est.</translation>
  </message>
  <message>
   <source>Select all in {name}</source>
   <translation>Tout sélectionner dans {name}</translation>
  </message>
  <message>
   <source>Select only those in {name}</source>
   <translation>Ne sélectionner que celles de {name}</translation>
  </message>
  <message>
   <source>WHERE THEY ARE</source>
   <translation>OÙ ELLES SONT</translation>
  </message>
  <message>
   <source>WHY IT IS HERE</source>
   <translation>POURQUOI ELLE EST ICI</translation>
  </message>
  <message>
   <source>{count} photos</source>
   <translation>{count} photos</translation>
  </message>
  <message>
   <source>{count} photos found</source>
   <translation>{count} photos trouvées</translation>
  </message>
  <message>
   <source>{count} pinned</source>
   <translation>{count} épinglées</translation>
  </message>
 </context>
 <context>
  <name>KControl</name>
  <message>
   <source>At least {0}: so many are named, locked or hold photos you placed.</source>
   <translation>Au moins {0} : autant sont nommés, verrouillés ou contiennent des photos que vous avez placées.</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>Auto</translation>
  </message>
  <message>
   <source>Choose the number of clusters automatically</source>
   <translation>Choisir automatiquement le nombre de groupes</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>How many clusters to make.</source>
   <translation>Combien de groupes former.</translation>
  </message>
  <message>
   <source>How well each number of clusters suits the photos</source>
   <translation>À quel point chaque nombre de groupes convient aux photos</translation>
  </message>
  <message>
   <source>Let Photoloom choose how many clusters there are.</source>
   <translation>Laisser Photoloom choisir le nombre de groupes.</translation>
  </message>
  <message>
   <source>Number of clusters</source>
   <translation>Nombre de groupes</translation>
  </message>
 </context>
 <context>
  <name>KCurve</name>
  <message>
   <source>Counting…</source>
   <translation>Calcul…</translation>
  </message>
  <message>
   <source>How well each number of clusters keeps photos that look alike together</source>
   <translation>À quel point chaque nombre de groupes garde ensemble les photos semblables</translation>
  </message>
  <message>
   <source>{0} clusters: {1:.3f}</source>
   <translation>{0} groupes : {1:.3f}</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Recent folders</source>
   <translation>Dossiers récents</translation>
  </message>
 </context>
 <context>
  <name>MapChoice</name>
  <message>
   <source>This map is laid out as soon as the folder is there again.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Memory</name>
  <message>
   <source>A few numbers are kept of each photo. These are the photos with the most similar numbers, this one left out, mixed by how near they are: what is blurred was not kept.</source>
   <translation>De chaque photo, quelques nombres sont retenus. Voici les photos aux nombres les plus proches, sauf celle-ci, mêlées selon leur proximité : ce qui est flou n’a pas été retenu.</translation>
  </message>
  <message>
   <source>The photos it takes for nearly the same, laid over each other: sharp where they agree.</source>
   <translation>Les photos qu’il tient pour presque identiques, superposées : nettes là où elles s’accordent.</translation>
  </message>
  <message>
   <source>WHAT IT REMEMBERS</source>
   <translation>CE QU’IL EN RETIENT</translation>
  </message>
  <message>
   <source>What it remembers</source>
   <translation>Ce qu’il en retient</translation>
  </message>
 </context>
 <context>
  <name>MessagePage</name>
  <message>
   <source>Choose another folder…</source>
   <translation>Choisir un autre dossier…</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>Commandes</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Rechercher une commande</translation>
  </message>
  <message>
   <source>No command is called that.</source>
   <translation>Aucune commande ne s’appelle ainsi.</translation>
  </message>
  <message>
   <source>What do you want to do?</source>
   <translation>Que voulez-vous faire ?</translation>
  </message>
 </context>
 <context>
  <name>ParameterForm</name>
  <message>
   <source>This method has nothing to set.</source>
   <translation>Cette méthode n’a rien à régler.</translation>
  </message>
 </context>
 <context>
  <name>PhotoGrid</name>
  <message>
   <source>No photos to show yet</source>
   <translation>Pas encore de photos à montrer</translation>
  </message>
  <message>
   <source>Nothing is found</source>
   <translation>Rien n’a été trouvé</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>{count} photos</source>
   <translation>{count} photos</translation>
  </message>
 </context>
 <context>
  <name>PhotoMap</name>
  <message>
   <source>In no cluster yet</source>
   <translation>Dans aucun groupe pour l’instant</translation>
  </message>
  <message>
   <source>Map of photos</source>
   <translation>Carte des photos</translation>
  </message>
  <message>
   <source>No photo here says where it was taken</source>
   <translation>Aucune photo ne dit où elle a été prise</translation>
  </message>
  <message>
   <source>The map appears as soon as the photos have a place on it</source>
   <translation>La carte apparaît dès que les photos y ont une place</translation>
  </message>
 </context>
 <context>
  <name>PictureCanvas</name>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
 </context>
 <context>
  <name>Preferences</name>
  <message>
   <source>A photo is shown for</source>
   <translation>Durée d’une photo</translation>
  </message>
  <message>
   <source>APPEARANCE</source>
   <translation>APPARENCE</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>FOLDERS</source>
   <translation>DOSSIERS</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Network that looks at the photos</source>
   <translation>Réseau qui regarde les photos</translation>
  </message>
  <message>
   <source>Open again at the start what was open last</source>
   <translation>Rouvrir au démarrage ce qui était ouvert</translation>
  </message>
  <message>
   <source>Photoloom speaks it from its next start on.</source>
   <translation>Photoloom la parlera à son prochain démarrage.</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Préférences</translation>
  </message>
  <message>
   <source>SLIDESHOW</source>
   <translation>DIAPORAMA</translation>
  </message>
  <message>
   <source>SORTING</source>
   <translation>CLASSEMENT</translation>
  </message>
  <message>
   <source>Show what a retrain would move before it is taken</source>
   <translation>Montrer ce qu’un réentraînement changerait avant de l’adopter</translation>
  </message>
  <message>
   <source>The next retrain looks with it.</source>
   <translation>Le prochain réentraînement l’utilise.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Thème</translation>
  </message>
  <message>
   <source>Watch the open folders for new photos</source>
   <translation>Surveiller l’arrivée de photos dans les dossiers ouverts</translation>
  </message>
  <message>
   <source>{0} seconds</source>
   <translation>{0} secondes</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>Preview</source>
   <translation>Aperçu</translation>
  </message>
 </context>
 <context>
  <name>ProgressStrip</name>
  <message>
   <source>1 video, left alone</source>
   <translation>1 vidéo, laissée telle quelle</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>What is being done</source>
   <translation>Travail en cours</translation>
  </message>
  <message>
   <source>about {0} left</source>
   <translation>encore {0} environ</translation>
  </message>
  <message>
   <source>{0:,} of {1:,}</source>
   <translation>{0:,} sur {1:,}</translation>
  </message>
  <message>
   <source>{0:,} photos</source>
   <translation>{0:,} photos</translation>
  </message>
  <message>
   <source>{0:,} selected</source>
   <translation>sélection : {0:,}</translation>
  </message>
  <message>
   <source>{0:,} videos, left alone</source>
   <translation>{0:,} vidéos, laissées telles quelles</translation>
  </message>
  <message>
   <source>{0} clusters</source>
   <translation>{0} groupes</translation>
  </message>
  <message>
   <source>{0} unread</source>
   <translation>{0} illisibles</translation>
  </message>
 </context>
 <context>
  <name>ProposalBar</name>
  <message>
   <source>1 cluster would go</source>
   <translation>1 groupe disparaîtrait</translation>
  </message>
  <message>
   <source>1 photo would move</source>
   <translation>1 photo se déplacerait</translation>
  </message>
  <message>
   <source>1 would be new</source>
   <translation>1 serait nouveau</translation>
  </message>
  <message>
   <source>Going back: {0}.</source>
   <translation>Retour en arrière : {0}.</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>See what would move</source>
   <translation>Voir ce qui changerait</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Adopter</translation>
  </message>
  <message>
   <source>The retrain is ready: {0}.</source>
   <translation>Le réentraînement est prêt : {0}.</translation>
  </message>
  <message>
   <source>{0:,} photos would move</source>
   <translation>{0:,} photos se déplaceraient</translation>
  </message>
  <message>
   <source>{0} clusters would go</source>
   <translation>{0} groupes disparaîtraient</translation>
  </message>
  <message>
   <source>{0} would be new</source>
   <translation>{0} seraient nouveaux</translation>
  </message>
 </context>
 <context>
  <name>Proposals</name>
  <message>
   <source>Retrained: every photo stays where it is.</source>
   <translation>Réentraîné : chaque photo reste où elle est.</translation>
  </message>
 </context>
 <context>
  <name>ReplayBar</name>
  <message>
   <source>Before there were clusters: {0} of {1}</source>
   <translation>Avant les groupes : {0} sur {1}</translation>
  </message>
  <message>
   <source>Learns no further, and keeps what was found so far.</source>
   <translation>N’apprend pas davantage et garde ce qui a été trouvé.</translation>
  </message>
  <message>
   <source>Moment of the training</source>
   <translation>Moment de l’entraînement</translation>
  </message>
  <message>
   <source>Nobody watched this training: the next retrain can be replayed.</source>
   <translation>Cet entraînement n’a pas été suivi : le prochain pourra être rejoué.</translation>
  </message>
  <message>
   <source>Play the training on the map</source>
   <translation>Rejouer l’entraînement sur la carte</translation>
  </message>
  <message>
   <source>Replays on the map how it learned.</source>
   <translation>Rejoue sur la carte comment il a appris.</translation>
  </message>
  <message>
   <source>Stop learning here</source>
   <translation>Arrêter l’apprentissage ici</translation>
  </message>
  <message>
   <source>Update {0} of {1}</source>
   <translation>Mise à jour {0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>RetrainPreview</name>
  <message>
   <source>AFTERWARDS</source>
   <translation>APRÈS</translation>
  </message>
  <message>
   <source>CHANGE THESE CLUSTERS</source>
   <translation>CHANGER CES GROUPES</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Décider plus tard</translation>
  </message>
  <message>
   <source>Going back: what would change</source>
   <translation>Retour en arrière : ce qui changerait</translation>
  </message>
  <message>
   <source>Leave everything as it is</source>
   <translation>Tout laisser tel quel</translation>
  </message>
  <message>
   <source>Move {0:,} photos</source>
   <translation>Déplacer {0:,} photos</translation>
  </message>
  <message>
   <source>NOW</source>
   <translation>MAINTENANT</translation>
  </message>
  <message>
   <source>One that is not ticked stays as it is: nothing in, nothing out.</source>
   <translation>Un groupe non coché reste tel quel : rien n’y entre, rien n’en sort.</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Adopter</translation>
  </message>
  <message>
   <source>This cluster would be made.</source>
   <translation>Ce groupe serait créé.</translation>
  </message>
  <message>
   <source>This cluster would change.</source>
   <translation>Ce groupe changerait.</translation>
  </message>
  <message>
   <source>This cluster would go.</source>
   <translation>Ce groupe disparaîtrait.</translation>
  </message>
  <message>
   <source>What the retrain would change</source>
   <translation>Ce que le réentraînement changerait</translation>
  </message>
  <message>
   <source>What you placed, locked or named yourself holds either way.</source>
   <translation>Ce que vous avez placé, verrouillé ou nommé reste acquis dans tous les cas.</translation>
  </message>
  <message>
   <source>cluster would go</source>
   <translation>groupe disparaîtrait</translation>
  </message>
  <message>
   <source>clusters would go</source>
   <translation>groupes disparaîtraient</translation>
  </message>
  <message>
   <source>new cluster</source>
   <translation>nouveau groupe</translation>
  </message>
  <message>
   <source>new clusters</source>
   <translation>nouveaux groupes</translation>
  </message>
  <message>
   <source>photo stays</source>
   <translation>photo reste</translation>
  </message>
  <message>
   <source>photo would move</source>
   <translation>photo se déplacerait</translation>
  </message>
  <message>
   <source>photos stay</source>
   <translation>photos restent</translation>
  </message>
  <message>
   <source>photos would move</source>
   <translation>photos se déplaceraient</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Add to the selection</source>
   <translation>Ajouter à la sélection</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Find a name</source>
   <translation>Trouver un nom</translation>
  </message>
  <message>
   <source>Fit, true size</source>
   <translation>Ajuster, taille réelle</translation>
  </message>
  <message>
   <source>Larger, smaller</source>
   <translation>Agrandir, réduire</translation>
  </message>
  <message>
   <source>Look quickly</source>
   <translation>Regarder rapidement</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Carte</translation>
  </message>
  <message>
   <source>Move about</source>
   <translation>Se déplacer</translation>
  </message>
  <message>
   <source>Nearer, farther</source>
   <translation>S’approcher, s’éloigner</translation>
  </message>
  <message>
   <source>Next, previous</source>
   <translation>Suivante, précédente</translation>
  </message>
  <message>
   <source>Open as large as the window</source>
   <translation>Ouvrir à la taille de la fenêtre</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Select up to here</source>
   <translation>Sélectionner jusqu’ici</translation>
  </message>
  <message>
   <source>Select with a lasso</source>
   <translation>Sélectionner au lasso</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Raccourcis</translation>
  </message>
  <message>
   <source>Slideshow</source>
   <translation>Diaporama</translation>
  </message>
  <message>
   <source>Turn the view</source>
   <translation>Tourner la vue</translation>
  </message>
  <message>
   <source>Viewer</source>
   <translation>Visionneuse</translation>
  </message>
  <message>
   <source>Walk</source>
   <translation>Parcourir</translation>
  </message>
  <message>
   <source>arrow keys</source>
   <translation>flèches</translation>
  </message>
  <message>
   <source>click</source>
   <translation>clic</translation>
  </message>
  <message>
   <source>drag</source>
   <translation>glisser</translation>
  </message>
  <message>
   <source>type it</source>
   <translation>le taper</translation>
  </message>
  <message>
   <source>wheel</source>
   <translation>molette</translation>
  </message>
 </context>
 <context>
  <name>Slideshow</name>
  <message>
   <source>Paused. Space goes on.</source>
   <translation>En pause. Espace pour continuer.</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Choose a folder…</source>
   <translation>Choisir un dossier…</translation>
  </message>
  <message>
   <source>Drop a folder of pictures here</source>
   <translation>Déposez ici un dossier d’images</translation>
  </message>
  <message>
   <source>Look at the demo gallery</source>
   <translation>Voir la galerie de démonstration</translation>
  </message>
  <message>
   <source>OPEN AGAIN</source>
   <translation>ROUVRIR</translation>
  </message>
  <message>
   <source>Photoloom sorts it by what the pictures show. The originals are not touched.</source>
   <translation>Photoloom le classe selon ce que montrent les images. Les originaux restent intacts.</translation>
  </message>
  <message>
   <source>Your pictures stay on this computer. Nothing is sent anywhere.</source>
   <translation>Vos images restent sur cet ordinateur. Rien n’est envoyé nulle part.</translation>
  </message>
 </context>
 <context>
  <name>ToolBar</name>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>Regrouper par</translation>
  </message>
  <message>
   <source>Method and its parameters</source>
   <translation>Méthode et paramètres</translation>
  </message>
 </context>
 <context>
  <name>TrainingPanel</name>
  <message>
   <source>Agreement with the update before</source>
   <translation>Accord avec l’étape précédente</translation>
  </message>
  <message>
   <source>Labels that moved</source>
   <translation>Étiquettes déplacées</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Perte</translation>
  </message>
  <message>
   <source>Reconstruction error</source>
   <translation>Erreur de reconstruction</translation>
  </message>
 </context>
 <context>
  <name>UnreadList</name>
  <message>
   <source>Unread  {0}</source>
   <translation>Illisibles  {0}</translation>
  </message>
  <message>
   <source>Unread files</source>
   <translation>Fichiers illisibles</translation>
  </message>
  <message>
   <source>and {0:,} more</source>
   <translation>et {0:,} de plus</translation>
  </message>
 </context>
 <context>
  <name>ViewBar</name>
  <message>
   <source>Map layout</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time in</source>
   <translation>Dates par</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Vue</translation>
  </message>
  <message>
   <source>{0} of {1} photos</source>
   <translation>{0} photos sur {1}</translation>
  </message>
 </context>
 <context>
  <name>Viewer</name>
  <message>
   <source>Only the thumbnail: {reason}</source>
   <translation>Vignette seulement : {reason}</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Viewer</source>
   <translation>Visionneuse</translation>
  </message>
 </context>
 <context>
  <name>ViewerBar</name>
  <message>
   <source>Close the viewer</source>
   <translation>Fermer la visionneuse</translation>
  </message>
  <message>
   <source>Fit into the window</source>
   <translation>Ajuster à la fenêtre</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Plein écran</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Agrandir</translation>
  </message>
  <message>
   <source>Next photo</source>
   <translation>Photo suivante</translation>
  </message>
  <message>
   <source>Previous photo</source>
   <translation>Photo précédente</translation>
  </message>
  <message>
   <source>Slideshow</source>
   <translation>Diaporama</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Réduire</translation>
  </message>
  <message>
   <source>Turn the view to the left</source>
   <translation>Tourner la vue à gauche</translation>
  </message>
  <message>
   <source>Turn the view to the right</source>
   <translation>Tourner la vue à droite</translation>
  </message>
 </context>
 <context>
  <name>Workspace</name>
  <message>
   <source>Look again</source>
   <translation>Regarder à nouveau</translation>
  </message>
  <message>
   <source>Nothing to show yet</source>
   <translation>Rien à montrer pour l’instant</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>There are no pictures in {0}, or none that could be read.</source>
   <translation>Il n’y a pas d’images dans {0}, ou aucune n’a pu être lue.</translation>
  </message>
  <message>
   <source>This folder could not be opened</source>
   <translation>Ce dossier n’a pas pu être ouvert</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>{0} is not there: its drive may be unplugged. Nothing is forgotten.</source>
   <translation>{0} n’est pas là : son disque est peut-être débranché. Rien n’est oublié.</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
 </context>
 <context>
  <name>_Advanced</name>
  <message>
   <source>Defaults</source>
   <translation>Valeurs par défaut</translation>
  </message>
  <message>
   <source>METHOD</source>
   <translation>MÉTHODE</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Méthode</translation>
  </message>
  <message>
   <source>Retrain</source>
   <translation>Réentraîner</translation>
  </message>
 </context>
 <context>
  <name>_Groups</name>
  <message>
   <source>{0}, {1} photos</source>
   <translation>{0}, {1} photos</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;Cluster</source>
   <translation>&amp;Groupe</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>É&amp;dition</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>D&amp;ossier</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;ide</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>A&amp;ffichage</translation>
  </message>
  <message>
   <source>A PNG or SVG of what the map shows now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A cluster of the selected.</source>
   <translation>Un groupe des photos sélectionnées.</translation>
  </message>
  <message>
   <source>A group for each day.</source>
   <translation>Un groupe par jour.</translation>
  </message>
  <message>
   <source>A group for each month.</source>
   <translation>Un groupe par mois.</translation>
  </message>
  <message>
   <source>A group for each year.</source>
   <translation>Un groupe par année.</translation>
  </message>
  <message>
   <source>About Photoloom</source>
   <translation>À propos de Photoloom</translation>
  </message>
  <message>
   <source>Add a folder…</source>
   <translation>Ajouter un dossier…</translation>
  </message>
  <message>
   <source>Always dark.</source>
   <translation>Toujours sombre.</translation>
  </message>
  <message>
   <source>Always light.</source>
   <translation>Toujours clair.</translation>
  </message>
  <message>
   <source>Answer questions about doubtful photos, one at a time.</source>
   <translation>Répondre à des questions sur les photos douteuses, une à la fois.</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Apparence</translation>
  </message>
  <message>
   <source>Appearance, language, and how Photoloom works.</source>
   <translation>Apparence, langue et fonctionnement de Photoloom.</translation>
  </message>
  <message>
   <source>Ask me…</source>
   <translation>Questions…</translation>
  </message>
  <message>
   <source>Black, white and yellow, with clear edges.</source>
   <translation>Noir, blanc et jaune, avec des contours nets.</translation>
  </message>
  <message>
   <source>Both</source>
   <translation>Les deux</translation>
  </message>
  <message>
   <source>By name within each cluster.</source>
   <translation>Par nom dans chaque groupe.</translation>
  </message>
  <message>
   <source>By name, folder, cluster, date, camera, place or type.</source>
   <translation>Par nom, dossier, groupe, date, appareil, lieu ou type.</translation>
  </message>
  <message>
   <source>By the two directions in which the photos differ most.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close folder</source>
   <translation>Fermer le dossier</translation>
  </message>
  <message>
   <source>Close the window; everything is kept.</source>
   <translation>Fermer la fenêtre ; tout est conservé.</translation>
  </message>
  <message>
   <source>Cluster the photos again; what you said holds.</source>
   <translation>Regrouper à nouveau les photos ; ce que vous avez dit reste acquis.</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Contenu</translation>
  </message>
  <message>
   <source>Crop all to the same shape.</source>
   <translation>Recadrer toutes à la même forme.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Date taken</source>
   <translation>Date de prise de vue</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Jours</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Demo gallery</source>
   <translation>Galerie de démonstration</translation>
  </message>
  <message>
   <source>Divide it into what it holds; Undo takes it back.</source>
   <translation>Le diviser selon ce qu’il contient ; Annuler revient en arrière.</translation>
  </message>
  <message>
   <source>Each photo among its nearest neighbours, in tight islands.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Earlier clusterings…</source>
   <translation>Classements précédents…</translation>
  </message>
  <message>
   <source>Every command, by its name.</source>
   <translation>Toutes les commandes, par leur nom.</translation>
  </message>
  <message>
   <source>Every photo in a cell of its own.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every shortcut on one page.</source>
   <translation>Tous les raccourcis sur une page.</translation>
  </message>
  <message>
   <source>File name</source>
   <translation>Nom de fichier</translation>
  </message>
  <message>
   <source>File size</source>
   <translation>Taille de fichier</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Rechercher</translation>
  </message>
  <message>
   <source>Find a command…</source>
   <translation>Rechercher une commande…</translation>
  </message>
  <message>
   <source>Find similar</source>
   <translation>Rechercher des photos semblables</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Plein écran</translation>
  </message>
  <message>
   <source>Give the cluster a name of yours; it stays.</source>
   <translation>Donner au groupe un nom à vous ; il le garde.</translation>
  </message>
  <message>
   <source>Go back to the start page.</source>
   <translation>Revenir à la page d’accueil.</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>Regrouper par</translation>
  </message>
  <message>
   <source>Group the photos by what they show.</source>
   <translation>Regrouper les photos selon ce qu’elles montrent.</translation>
  </message>
  <message>
   <source>Group the photos by when they were taken.</source>
   <translation>Regrouper les photos selon leur date.</translation>
  </message>
  <message>
   <source>Group the photos by where they were taken.</source>
   <translation>Regrouper les photos selon leur lieu.</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Contraste élevé</translation>
  </message>
  <message>
   <source>In the viewer; the file stays as it is.</source>
   <translation>Dans la visionneuse ; le fichier reste tel quel.</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspecteur</translation>
  </message>
  <message>
   <source>It keeps its photos and name.</source>
   <translation>Il garde ses photos et son nom.</translation>
  </message>
  <message>
   <source>It stands in the find field's menu from then on.</source>
   <translation>Elle reste dans le menu du champ de recherche.</translation>
  </message>
  <message>
   <source>Keep the selected out of it.</source>
   <translation>En exclure les photos sélectionnées.</translation>
  </message>
  <message>
   <source>Keep this search</source>
   <translation>Garder cette recherche</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Agrandir</translation>
  </message>
  <message>
   <source>Larger thumbnails, or nearer to the map.</source>
   <translation>Agrandir les vignettes, ou s’approcher de la carte.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Light or dark like the desktop.</source>
   <translation>Clair ou sombre comme le bureau.</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Lock cluster</source>
   <translation>Verrouiller le groupe</translation>
  </message>
  <message>
   <source>Look at the gallery that comes with Photoloom.</source>
   <translation>Voir la galerie fournie avec Photoloom.</translation>
  </message>
  <message>
   <source>Look for new photos</source>
   <translation>Chercher les nouvelles photos</translation>
  </message>
  <message>
   <source>Make the change again.</source>
   <translation>Refaire la modification.</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Carte</translation>
  </message>
  <message>
   <source>Map layout</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Months</source>
   <translation>Mois</translation>
  </message>
  <message>
   <source>Near-identical photos…</source>
   <translation>Photos presque identiques…</translation>
  </message>
  <message>
   <source>Neighbour map</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New cluster from selection</source>
   <translation>Nouveau groupe avec la sélection</translation>
  </message>
  <message>
   <source>New photos are sorted in as they appear.</source>
   <translation>Les nouvelles photos sont classées dès leur arrivée.</translation>
  </message>
  <message>
   <source>Not this cluster</source>
   <translation>Pas ce groupe</translation>
  </message>
  <message>
   <source>Nothing is looked for any more.</source>
   <translation>Plus rien n’est recherché.</translation>
  </message>
  <message>
   <source>One photo after the other, over the whole screen.</source>
   <translation>Une photo après l’autre, en plein écran.</translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation>Ouvrir un dossier…</translation>
  </message>
  <message>
   <source>Order in a cluster</source>
   <translation>Ordre dans un groupe</translation>
  </message>
  <message>
   <source>Organise the pictures in a folder.</source>
   <translation>Classer les images d’un dossier.</translation>
  </message>
  <message>
   <source>PCA</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Photos stay as they are until there is a trash.</source>
   <translation>Les photos restent intactes tant qu’il n’y a pas de corbeille.</translation>
  </message>
  <message>
   <source>Photos that look alike lie together.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Place</source>
   <translation>Lieu</translation>
  </message>
  <message>
   <source>Preferences…</source>
   <translation>Préférences…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Quitter</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Rename cluster</source>
   <translation>Renommer le groupe</translation>
  </message>
  <message>
   <source>Retrain</source>
   <translation>Réentraîner</translation>
  </message>
  <message>
   <source>Save the map as a picture…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>See copies side by side, and which is the best.</source>
   <translation>Voir les copies côte à côte, et laquelle est la meilleure.</translation>
  </message>
  <message>
   <source>See them all, and go back to one.</source>
   <translation>Les voir tous et revenir à l’un d’eux.</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Tout sélectionner</translation>
  </message>
  <message>
   <source>Select every photo.</source>
   <translation>Sélectionner toutes les photos.</translation>
  </message>
  <message>
   <source>Select none</source>
   <translation>Ne rien sélectionner</translation>
  </message>
  <message>
   <source>Select nothing.</source>
   <translation>Ne sélectionner aucune photo.</translation>
  </message>
  <message>
   <source>Self-organising grid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Raccourcis</translation>
  </message>
  <message>
   <source>Show all photos</source>
   <translation>Montrer toutes les photos</translation>
  </message>
  <message>
   <source>Show how the clustering learns.</source>
   <translation>Montrer comment le classement apprend.</translation>
  </message>
  <message>
   <source>Show photos and map side by side.</source>
   <translation>Montrer les photos et la carte côte à côte.</translation>
  </message>
  <message>
   <source>Show the photos by cluster.</source>
   <translation>Montrer les photos par groupe.</translation>
  </message>
  <message>
   <source>Show the photos on the map.</source>
   <translation>Montrer les photos sur la carte.</translation>
  </message>
  <message>
   <source>Show the shelf of clusters.</source>
   <translation>Montrer le volet des groupes.</translation>
  </message>
  <message>
   <source>Show what is known of a photo.</source>
   <translation>Montrer ce que l’on sait d’une photo.</translation>
  </message>
  <message>
   <source>Slideshow</source>
   <translation>Diaporama</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Réduire</translation>
  </message>
  <message>
   <source>Smaller thumbnails, or farther from the map.</source>
   <translation>Réduire les vignettes, ou s’éloigner de la carte.</translation>
  </message>
  <message>
   <source>Sort another folder's photos together with these.</source>
   <translation>Classer avec celles-ci les photos d’un autre dossier.</translation>
  </message>
  <message>
   <source>Split cluster…</source>
   <translation>Diviser le groupe…</translation>
  </message>
  <message>
   <source>Square thumbnails</source>
   <translation>Vignettes carrées</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop what runs; what is done is kept.</source>
   <translation>Arrêter le travail en cours ; ce qui est fait est conservé.</translation>
  </message>
  <message>
   <source>Take in what changed in the folder.</source>
   <translation>Prendre en compte ce qui a changé dans le dossier.</translation>
  </message>
  <message>
   <source>Take the last change back.</source>
   <translation>Annuler la dernière modification.</translation>
  </message>
  <message>
   <source>The largest of each cluster first.</source>
   <translation>Les plus grandes de chaque groupe d’abord.</translation>
  </message>
  <message>
   <source>The most typical of each cluster first.</source>
   <translation>Les plus typiques de chaque groupe d’abord.</translation>
  </message>
  <message>
   <source>The oldest of each cluster first.</source>
   <translation>Les plus anciennes de chaque groupe d’abord.</translation>
  </message>
  <message>
   <source>The photos most like the one looked at.</source>
   <translation>Les photos les plus semblables à celle que l’on regarde.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Time in</source>
   <translation>Dates par</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Entraînement</translation>
  </message>
  <message>
   <source>Turn the view to the left</source>
   <translation>Tourner la vue à gauche</translation>
  </message>
  <message>
   <source>Turn the view to the right</source>
   <translation>Tourner la vue à droite</translation>
  </message>
  <message>
   <source>Typical first</source>
   <translation>Typiques d’abord</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Use the whole screen.</source>
   <translation>Utiliser tout l’écran.</translation>
  </message>
  <message>
   <source>Watch for new photos</source>
   <translation>Surveiller les nouvelles photos</translation>
  </message>
  <message>
   <source>Which version this is, and where your data lies.</source>
   <translation>La version, et l’endroit où se trouvent vos données.</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>Années</translation>
  </message>
  <message>
   <source>t-SNE</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>cluster_names</name>
  <message>
   <source>Abacuses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Abayas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Academic gowns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Accordions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acorns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic guitars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Aeroplane wings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Affenpinschers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Afghan hounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>African chameleons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>African greys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>African hunting dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Agamas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Aircraft carriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Airedales</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Airliners</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Airships</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Albatrosses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alligator lizards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alligators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Altars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ambulances</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>American Staffordshire terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>American black bears</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>American coots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>American egrets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Amphibians</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Amphibious vehicles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Animals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Antelopes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Apes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Apiaries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Appenzellers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Apples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Aprons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Arctic foxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Armadillos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Armour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Artichokes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Assault rifles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Audio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Australian terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Axolotls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Baboons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Backpacks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Badgers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bagels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bakeries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bald eagles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balloons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balloons &amp; airships</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bananas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Banisters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Banjos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barbells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barber chairs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barbershops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barn spiders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barometers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barracoutas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barrels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Barrows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Baseball players</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Baseballs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Basenjis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Basketballs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bassets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bassinets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bassoons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bath towels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bathing caps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bathrooms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bathtubs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beaches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beagles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beakers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bears</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beavers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bedlington terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bee eaters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beer bottles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beer glasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bees &amp; ants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bell cotes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bell peppers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bernese mountain dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bibs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bicycles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bikes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bikinis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Binders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Binoculars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Birdhouses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Birds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Birds of prey</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bison</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bitterns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Black and gold garden spiders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Black swans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Black widows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Black-and-tan coonhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blenheim spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bloodhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blueticks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boa constrictors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boathouses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boats &amp; planes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bobsleighs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bonnets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Book covers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bookcases</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Books</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bookshops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Border collies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Border terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Borzois</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boston terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottlecaps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottles &amp; jugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bouvier des Flandres</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bow ties</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Box turtles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Boxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brabancon griffons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bramblings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brass instruments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bread</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breastplates</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Briards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bridges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brittany spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Broccoli</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brooms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brown bears</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bubbles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Buckets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Buckles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Buildings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bulbuls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bull mastiffs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bulletproof vests</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Burritos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Buses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bustards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Butcher shops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Butterflies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>CD players</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cabbages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cabinets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cairns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Camels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cameras</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Camper vans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Can openers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Candles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cannons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Canoes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Capuchins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Car fronts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Car mirrors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Car wheels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Carbonaras</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cardigans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cardoons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Carpenter's kits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cars &amp; trucks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cartons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cash machines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cassette players</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cassettes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Castles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Catamarans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cattle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cauldrons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cauliflowers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cellos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Centipedes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chain mail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chain saws</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chairs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cheeseburgers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cheetahs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chesapeake Bay retrievers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chestnuts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chests</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chickadees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chickens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chiffoniers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chihuahuas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chimpanzees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>China cabinets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chitons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chocolate sauces</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Christmas stockings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Churches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cicadas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cinemas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cleavers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cliff dwellings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cliffs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cloaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clocks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clothes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clownfish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clumbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coast</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cocker spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cockroaches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cocktail shakers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coffee</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coffee &amp; tea</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coffee mugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coffeepots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coils</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Collies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Colobus</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Combination locks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Comics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Common newts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Computer mice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Computers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Conches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Container ships</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convertibles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coral reefs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corgis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corkscrews</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cornets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Costumes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coucals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Courgettes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cowboy boots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cowboy hats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coyotes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crabs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crabs &amp; lobsters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cradles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cranes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crash helmets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crates</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crayfish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cribs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crickets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crock Pots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crocodiles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Croquet balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crosswords</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cruise ships</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crutches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cucumbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cuirasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Curly-coated retrievers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Custard apples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Daddy longlegs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Daisies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dalmatians</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dams</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Damselflies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dandie Dinmonts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desktop computers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desserts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dholes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Digital clocks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Digital watches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dingos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dining tables</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dinosaurs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dishrags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dishwashers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Disk brakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Divers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dobermans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Docks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dogsleds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Domes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Doormats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dough</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dowitchers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dragonflies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drawings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dresses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drinks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drums</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drumsticks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ducks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ducks &amp; geese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dugongs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dumbbells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dung beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dutch ovens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ears of corn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Echidnas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Efts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eggnog</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Egyptian cats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric fans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric guitars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric rays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electronics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Elephants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>English foxhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>English setters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>English springers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Entertainment centers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>EntleBuchers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Erasers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eskimo dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Espresso makers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Estate cars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>European fire salamanders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>European gallinules</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Face powders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fast food</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Feather boas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fences</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ferrets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fiddler crabs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Figs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filing cabinets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fire engines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fire screens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fireboats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flamingos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flat-coated retrievers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flatworms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flowerpots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flowers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flutes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folding chairs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Food</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Food &amp; drinks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Football helmets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Forklifts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fountains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Four-poster beds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Foxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Freight cars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>French bulldogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>French horns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>French loaves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frilled lizards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fruit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fruit &amp; vegetables</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frying pans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fur coats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Furniture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Garbage trucks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Garden spiders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Garter snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gas pumps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gasmasks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gazelles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Geckos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Geese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>German shepherds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>German short-haired pointers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Geysers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Giant pandas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Giant schnauzers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gibbons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gila monsters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Glasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go-karts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goblets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Golden retrievers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goldfinches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goldfish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Golf balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Golfcarts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gondolas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gongs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gordon setters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gorillas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gowns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grasshoppers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Great Danes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Great Pyrenees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Great white sharks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Greater Swiss Mountain dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Green lizards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Green mambas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Green snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Greenhouses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grey whales</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grocery stores</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Groenendaels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ground beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grouse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guacamole</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guards in bearskins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guenons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guillotines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guinea pigs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guitars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gymnastics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hair dryers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hair sprays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hairpins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Half-tracks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hammerheads</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hammers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hampers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hamsters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Handkerchiefs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hard disks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hares</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Harmonicas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Harps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hartebeests</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Harvesters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hatchets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hermit crabs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hippos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hognose snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Holsters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Home theaters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Honeycombs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hoofed animals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hooks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hoopskirts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hornbills</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Horned vipers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Horse carts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Horses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hot dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hot pots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hourglasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>House finches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Household appliances</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Houses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Howler monkeys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hummingbirds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Huskies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hyenas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ibexes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ibizan hounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ice cream</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ice lollies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Iguanas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Impalas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indian cobras</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indigo buntings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Indris</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Insects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Insects &amp; spiders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Irish setters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Irish terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Irish water spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Irish wolfhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Irons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Isopods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Italian greyhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jacamars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jackfruits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jaguars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Japanese spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jeans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jeeps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jellyfish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jetties</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jigsaw puzzles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Joysticks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Juncos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keeshonds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kelpies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kerry blue terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keyboards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kimonos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>King snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kit foxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kitchen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knee pads</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knives</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Koalas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Komodo dragons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Komondors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kuvaszes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lab coats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Labrador retrievers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lacewings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ladles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ladybirds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lakeland terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lamps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lampshades</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Landscapes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Langurs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Laptops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lawn mowers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leaf beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leafhoppers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lemons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lemurs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lens caps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leonbergs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leopards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Letter openers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lhasas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Libraries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lifeboats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lighters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lighthouses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Limousines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Limpkins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lionfish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lipsticks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Little blue herons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lizards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Llamas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lobsters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Locks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Long-horned beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lorikeets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lorries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lotions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Loudspeakers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lumbermills</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lynxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Macaques</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Macaws</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Magnifying glasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Magpies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mailbags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mailboxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make-up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Malamutes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Malinois</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Maltese dogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mammals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Manhole covers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mantises</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Maracas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marimbas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marmosets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marmots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marsupials</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mashed potato</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Masks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matchsticks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Maypoles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mazes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Meals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measuring cups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measuring instruments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Meat loaves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Medicine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Medicine chests</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Meerkats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Merry-go-rounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mexican hairlesses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Microphones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Microwaves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Military</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Milk cans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Miniature pinschers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Miniature poodles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Miniature schnauzers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minibuses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Miniskirts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minivans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Missiles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mittens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mixing bowls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mobile homes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mobile phones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Modems</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Monasteries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mongooses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Monkeys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Monkeys &amp; apes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Monuments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mopeds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mortarboards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mortars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mosques</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mosquito nets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Motor scooters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mountain tents</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mountains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mousetraps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moving vans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mud turtles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mushrooms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Music players</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Musical instruments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Muzzles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nails</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nappies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nautiluses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Neck braces</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Necklaces</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nematodes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New cluster</source>
   <translation>Nouveau groupe</translation>
  </message>
  <message>
   <source>Newfoundlands</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Night snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nipples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Norfolk terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Norwegian elkhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Norwich terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Obelisks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oboes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ocarinas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Odometers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oil filters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oil rigs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Old English sheepdogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oranges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orangutans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orcas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orchids</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Organs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oscilloscopes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ostriches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Otterhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Otters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Overskirts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Owls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oxcarts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oxygen masks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oystercatchers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Packets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paddles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paddlewheels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Padlocks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paintbrushes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Palaces</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pandas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Panpipes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paper towels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Papillons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parachutes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Park benches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parking meters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parrots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Partridges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Patas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Patios</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pay phones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Peacocks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pedestals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pekineses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pelicans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pencil boxes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pencil sharpeners</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pendants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Penguins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pens &amp; pencils</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>People</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Perfumes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Persian cats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Petri dishs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Photocopiers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Pianos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picket fences</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pickups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Piers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Piggy banks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pigs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pill bottles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pillows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pineapples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ping-pong balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pinwheels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pitchers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pizzas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Places of worship</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Planes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Planetariums</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plaques</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plasters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plastic bags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plate racks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Platypuses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plungers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pocket computers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polar bears</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Polecats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Poles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Police vans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pomegranates</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pomeranians</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ponchos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Poodles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pool tables</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Porcupines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pots &amp; pans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Potter's wheels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Power drills</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prairie chickens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prayer rugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pretzels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Priests' robes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Printers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prisons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Proboscis monkeys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Projectiles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Projectors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ptarmigans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pucks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Puffers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pumas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pumpkin lanterns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pumpkins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Punching bags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Purses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Puzzles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pyjamas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quails</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quills</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quilts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rabbits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Racing cars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rackets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radiators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radio telescopes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radios</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Railway carriages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rain barrels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rapeseed fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rattlesnakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Red pandas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Red wolfs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Red-backed sandpipers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Red-breasted mergansers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Redbones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Redshanks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Refrigerators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remote controls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reptiles &amp; amphibians</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restaurants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Retrievers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Revolvers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rhinoceros beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rhodesian ridgebacks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rickshaws</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rifles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ringneck snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Robins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rock pythons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rocking chairs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rodents</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Roosters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rose hips</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rotisseries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rottweilers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rubbish bins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ruddy turnstones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rugby balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rulers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Safes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Safety pins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sailing boats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sailing ships</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saint Bernards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Salamanders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Salmon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saltshakers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Salukis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samoyeds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sandals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sarongs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saxophones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scabbards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scales</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scarves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Schipperkes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>School buses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scooters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scoreboards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scorpions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scotch terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scottish deerhounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Screens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Screwdrivers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Screws</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Screws &amp; nails</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea anemones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea cucumbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea life</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea lions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea slugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea turtles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sea urchins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seabirds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sealyham terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seat belts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sewing machines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sheep</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sheep &amp; goats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sheepdogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shetland sheepdogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shih-Tzus</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ships</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shoe shops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shoes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shojis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shopping baskets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shopping carts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shovels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shower caps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shower curtains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Siamangs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Siamese cats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Siberian huskies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sidewinders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silky terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ski masks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skunks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sleeping bags</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slide rules</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sliding doors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slot machines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sloth bears</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sloths</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Small lizards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snails</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snorkels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snow leopards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snowmobiles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snowplows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soap dispensers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soccer balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Socks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soda bottles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sofas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soft-coated wheaten terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Solar panels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sombreros</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Songbirds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soup</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soup bowls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Space bars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Space heaters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Space shuttles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spatulas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speedboats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spider monkeys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spider webs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spiders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spiked helmets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spindles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spoonbills</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sports</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sports cars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spotlights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Spotted salamanders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Squirrel monkeys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Squirrels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Staffordshire bullterriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standard poodles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standard schnauzers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standing stones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Starfish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steam trains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steel drums</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stethoscopes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stick insects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stingrays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stone walls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stopwatches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Storks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stoves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strainers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strawberries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Street signs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Streetcars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretchers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>String instruments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stupas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sturgeons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Submarines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Suits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sulphur-crested cockatoos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sundials</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sunglasses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sunscreens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sussex spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sweaters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sweatshirts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sweet shops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Swimming trunks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Swimsuits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Swimwear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Swings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Syringes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>T-shirts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tabby cats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Table lamps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tailed frogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tanks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tape players</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tarantulas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Taxis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Teapots</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Teddy bears</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Telephones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Televisions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tenches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tennis balls</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Terrapins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thatched roofs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theater curtains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thimbles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Threshers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thrones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thunder snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tibetan mastiffs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tibetan terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ticks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ties</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tiger beetles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tiger sharks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tigers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tiled roofs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Titi monkeys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toasters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tobacco shops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toilet paper</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toilet seats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tools</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Torches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Totem poles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toucans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tow trucks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toy poodles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toy terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toyshops</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tractors</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Traffic lights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trainers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trains</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tree frogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trench coats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tricycles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trifles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trilobites</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trimarans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tripods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Triumphal arches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trolleybuses</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trombones</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tropical fish</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trucks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tubs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turnstiles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turtles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Typewriter keyboards</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Umbrellas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Underwear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unicycles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Uniforms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unsure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vacuum cleaners</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Valleys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vans</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vases</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vaulted ceilings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vegetables</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vehicles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Velvet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vending machines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Viaducts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vine snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vintage cars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Violins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vizslas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Volcanos</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Volleyballs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vultures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waffle irons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Walker hounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wallabies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wallets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wardrobes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Warplanes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Warthogs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Washbasins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Washing machines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Water birds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Water bottles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Water jugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Water ouzels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Water snakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Water towers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weapons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weasels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weasels &amp; otters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weddings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weevils</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weimaraners</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Welsh springer spaniels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>West Highland white terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whales</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whippets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whiptails</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whiskey jugs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whistles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wigs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wild boars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wild cats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wind instruments</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Window screens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Window shades</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wine bottles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wire-haired fox terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Woks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wolf spiders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wolves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wombats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wooden spoons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wool</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrecks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yorkshire terriers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yurts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zebras</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>black &amp; white</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>blue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>colourful</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>drawn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>green</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>orange &amp; brown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>purple</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>red</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>yellow</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>edit_names</name>
  <message>
   <source>1 photo</source>
   <translation>1 photo</translation>
  </message>
  <message>
   <source>cut into 1 cluster</source>
   <translation>découper en 1 groupe</translation>
  </message>
  <message>
   <source>cut into {number} clusters</source>
   <translation>découper en {number} groupes</translation>
  </message>
  <message>
   <source>go back to the clusters of {moment}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>keep 2 photos apart</source>
   <translation>séparer 2 photos</translation>
  </message>
  <message>
   <source>keep 2 photos together</source>
   <translation>garder 2 photos ensemble</translation>
  </message>
  <message>
   <source>keep {photos} out of {cluster}</source>
   <translation>exclure {photos} de {cluster}</translation>
  </message>
  <message>
   <source>lock {cluster}</source>
   <translation>verrouiller {cluster}</translation>
  </message>
  <message>
   <source>make {cluster} of {photos}</source>
   <translation>créer {cluster} avec {photos}</translation>
  </message>
  <message>
   <source>merge {cluster} into {other}</source>
   <translation>fusionner {cluster} avec {other}</translation>
  </message>
  <message>
   <source>move {photos} to {cluster}</source>
   <translation>déplacer {photos} vers {cluster}</translation>
  </message>
  <message>
   <source>rename {cluster} to {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>retrain</source>
   <translation>réentraînement</translation>
  </message>
  <message>
   <source>retrain into 1 cluster</source>
   <translation>réapprendre en 1 groupe</translation>
  </message>
  <message>
   <source>retrain into {number} clusters</source>
   <translation>réapprendre en {number} groupes</translation>
  </message>
  <message>
   <source>split {cluster} into {number}</source>
   <translation>diviser {cluster} en {number}</translation>
  </message>
  <message>
   <source>unlock {cluster}</source>
   <translation>déverrouiller {cluster}</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>engine</name>
  <message>
   <source>--holdout goes with --protocol folders and is a share from 0 to below 1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--holdout needs a method that can assign new photos; {method_name} cannot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--questions goes with --protocol folders and is a whole number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--seeds takes whole numbers with commas, such as 0,1,2; not {words!r}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>--threads is a whole number from 1 on, not {threads}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A cluster cannot be merged with itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A cluster needs a name of at least one letter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A photo cannot be kept out of the only cluster there is: make another one first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A photo cannot be paired with itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Attempts from other first centres; the tightest is taken.</source>
   <translation>Essais à partir d’autres centres ; le plus compact est retenu.</translation>
  </message>
  <message>
   <source>Bare pixels</source>
   <translation>Pixels bruts</translation>
  </message>
  <message>
   <source>Bare pixels are shown moved by up to this share of a side, and turned.</source>
   <translation>Les pixels bruts sont montrés décalés d’au plus cette part d’un côté, et tournés.</translation>
  </message>
  <message>
   <source>Best for mixed photos; comes with the program and needs no network.</source>
   <translation>Le meilleur pour des photos variées ; fourni avec le programme, sans connexion.</translation>
  </message>
  <message>
   <source>Blanked</source>
   <translation>Masquage</translation>
  </message>
  <message>
   <source>Code length</source>
   <translation>Longueur du code</translation>
  </message>
  <message>
   <source>Components</source>
   <translation>Composantes</translation>
  </message>
  <message>
   <source>Connection timed out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Correction {number} of {count}: {error} Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Deep clustering (DEC)</source>
   <translation>Classement profond (DEC)</translation>
  </message>
  <message>
   <source>Device or resource busy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>EfficientNet-Lite0</source>
   <translation>EfficientNet-Lite0</translation>
  </message>
  <message>
   <source>EfficientNet-Lite2</source>
   <translation>EfficientNet-Lite2</translation>
  </message>
  <message>
   <source>Epochs between two looks at where photos belong.</source>
   <translation>Époques entre deux examens de l’appartenance des photos.</translation>
  </message>
  <message>
   <source>File name too long</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>File too large</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Groups photos around the averages of their features: quick and plain.</source>
   <translation>Regroupe les photos autour des moyennes de leurs caractéristiques : rapide et simple.</translation>
  </message>
  <message>
   <source>How far each settling step goes.</source>
   <translation>Longueur de chaque pas de stabilisation.</translation>
  </message>
  <message>
   <source>How many similar photos each photo is held to.</source>
   <translation>De combien de photos semblables chaque photo est rapprochée.</translation>
  </message>
  <message>
   <source>How much a photo's cluster follows those of the most alike.</source>
   <translation>À quel point le groupe d’une photo suit celui des plus semblables.</translation>
  </message>
  <message>
   <source>Input/output error</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Is a directory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jiggled</source>
   <translation>Agitation</translation>
  </message>
  <message>
   <source>Learning steps</source>
   <translation>Pas d’apprentissage</translation>
  </message>
  <message>
   <source>Learns first from</source>
   <translation>Apprend d’abord de</translation>
  </message>
  <message>
   <source>Learns which differences matter in your photos, then sharpens its own groups.</source>
   <translation>Apprend quelles différences comptent dans vos photos, puis affine ses propres groupes.</translation>
  </message>
  <message>
   <source>Most updates</source>
   <translation>Mises à jour au plus</translation>
  </message>
  <message>
   <source>Neighbours</source>
   <translation>Voisins</translation>
  </message>
  <message>
   <source>Neighbours' say</source>
   <translation>Poids des voisins</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No such file or directory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No thumbnail can be written to {folder}: {reason}. Make room there, or choose another library folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None of the pictures there could be read; the list of skipped files says why.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None of the {count:,} pictures in {data} can be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not a directory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers by which the network tells photos apart.</source>
   <translation>Nombres par lesquels le réseau distingue les photos.</translation>
  </message>
  <message>
   <source>Operation not permitted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes of the autoencoder over all photos.</source>
   <translation>Passages de l’auto-encodeur sur toutes les photos.</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Photoloom failed: {error}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Photos that look alike (best for photos), or redrawing each photo's features (the paper).</source>
   <translation>Des photos qui se ressemblent (le mieux pour des photos), ou de la reconstruction des caractéristiques de chaque photo (l’article).</translation>
  </message>
  <message>
   <source>Principal components that the network sees.</source>
   <translation>Composantes principales que voit le réseau.</translation>
  </message>
  <message>
   <source>Protocol seed takes {all:,} training images, but {data} holds {count:,}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quick, and a little coarser; comes with the program and needs no network.</source>
   <translation>Rapide et un peu plus grossier ; fourni avec le programme, sans connexion.</translation>
  </message>
  <message>
   <source>Read-only file system</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reconstruction</source>
   <translation>Reconstruction</translation>
  </message>
  <message>
   <source>Redrawing epochs</source>
   <translation>Époques de reconstruction</translation>
  </message>
  <message>
   <source>Row {row} of the vectors (counting from 0) holds NaN or infinity; mend or remove it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row} of {path} (counting from 0) holds NaN or infinity; mend or remove it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settled when fewer than this share move.</source>
   <translation>Stabilisé quand une part moindre se déplace.</translation>
  </message>
  <message>
   <source>Settling ends after this many looks at the latest.</source>
   <translation>La stabilisation se termine au plus tard après autant d’examens.</translation>
  </message>
  <message>
   <source>Settling rate</source>
   <translation>Vitesse de stabilisation</translation>
  </message>
  <message>
   <source>Share of the features hidden from the autoencoder.</source>
   <translation>Part des caractéristiques cachée à l’auto-encodeur.</translation>
  </message>
  <message>
   <source>Small pictures given as pixels (no photos) are likened by their edges, or pixel by pixel (the paper).</source>
   <translation>Les petites images données en pixels (pas des photos) sont comparées par leurs contours, ou pixel par pixel (l’article).</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>Départs</translation>
  </message>
  <message>
   <source>Steps of learning from neighbours.</source>
   <translation>Pas d’apprentissage à partir des voisins.</translation>
  </message>
  <message>
   <source>The catalog of {place} cannot be written ({error}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The catalog of {place} is busy in another program: try again in a moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The catalog {path} is damaged; it was kept as {kept} and nothing was deleted. Run again to build a new one from the photos.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The disk is full while writing {place}: free some room and run again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder {root} cannot be read: {reason}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The library {folder} cannot be written ({reason}): name another with --library.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The model can't be written to {cache}: {reason}. Make room there or choose another library folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The model's last layer can't be written to {cache}: {reason}. Make room there or choose another library folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The photos of {cluster} are too much alike to be split.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The report cannot be written to {out} ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The thumbnail of {path} is missing, and the photo cannot be read: plug its drive in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The training and test images in {folder} differ in size; get the data set anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The vector of {file} holds a value that is no number; remove its thumbnail to redo it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The vectors can't be written to {folder}: {reason}. Make room there or choose another library folder, then run again: it goes on where it stopped.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The weights of {name} could not be fetched, is there a network? Take the default backbone, which needs none, or give a file of weights: --backbone {name}@FILE.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There are no pictures in {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is a cluster {name!r} already: merge the two, or choose another name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no backbone {name!r}; there are: {ours}, and every model name of timm.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no cluster {cluster!r} in this library.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no data set {dataset!r}; there are: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no file {file} with weights of {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no folder {folder}: check the name, or whether its drive is plugged in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no {noun} {name!r}; there are: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no {wanted} device here; use --device auto or --device cpu.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to redo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>These clusters were made by an earlier Photoloom: retrain them once, then k can be turned.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>These photos are not organised yet: run organise first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>These photos can be cut into {most} clusters at most: retrain for more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This clustering is no longer kept: of those that were never taken, only the newest {kept} are. Choose another one, or retrain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This library was made by a newer Photoloom: install that version to open it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tolerance</source>
   <translation>Tolérance</translation>
  </message>
  <message>
   <source>Too many open files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Update interval</source>
   <translation>Intervalle de mise à jour</translation>
  </message>
  <message>
   <source>Weight of redrawing while settling: 0 is DEC, 10 is IDEC.</source>
   <translation>Poids de la reconstruction pendant la stabilisation : 0 est DEC, 10 est IDEC.</translation>
  </message>
  <message>
   <source>a number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a whole number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>autoencoder</source>
   <translation>auto-encodeur</translation>
  </message>
  <message>
   <source>cannot be read: {why}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>could not be opened ({why})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>edges</source>
   <translation>contours</translation>
  </message>
  <message>
   <source>has more than {count} million pixels, too many to open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is a RAW file without a preview picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is a folder that cannot be read: {why}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is cut off: more than half of the picture is missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is damaged and cannot be read ({error})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is empty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is no longer there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is not a RAW file that can be read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>is not a picture that can be read: it is damaged or of another kind</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it says do: {do!r}; there are {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it takes a list with at least one entry, not {value!r}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k = {k} does not lie between 1 and the {n:,} pictures there are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k = {k} is less than the {anchors} clusters you have named, locked or moved photos to: choose {least} or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k = {k} is more than the {count:,} photos that could be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k = {k} is more than the {n:,} rows of {file}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k = {k} leaves no room for the photos outside of your locked clusters: choose {least}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k is a whole number from 1 on, or auto; not {k}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>k-means</source>
   <translation>k-moyennes</translation>
  </message>
  <message>
   <source>made its decoder crash ({error}), so it is probably damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>may not be read: permission denied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>merge takes 2 clusters or more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>needs more memory than there is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>needs more than {count} GiB of memory to decode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>neighbours</source>
   <translation>voisins</translation>
  </message>
  <message>
   <source>on or off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>plain</source>
   <translation>pixels seuls</translation>
  </message>
  <message>
   <source>the library</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the library {folder}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no cluster {word!r}; there are {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no photo {path!r} in that folder's library.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>timm has no weights for {name}; give a file of them: {name}@FILE.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>took longer than {count} seconds to decode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{cluster} has changed while it was split: split it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{cluster} holds {count} photos: it cannot be split into {parts}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{cluster} is no cluster of its own: photos wait there that fit nowhere. Move them into a cluster, or make a new one of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{dataset} goes with --protocol {names}, not {protocol!r}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{do} lacks {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{do} takes 2 photos, not {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} holds no weights of timm's {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} has {images:,} {part} images but {labels:,} labels; get it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} holds no folders of pictures; the benchmark wants one folder a label.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} is a file: name the folder it lies in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} is empty, but the library knows {known:,} pictures there: is its drive plugged in? Nothing was forgotten.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} lacks {name} (or {name}.gz): put the data set's four IDX files there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{ignore_file} holds a line that is not a pattern: {error}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name!r} is no parameter; there are: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is one of {choices}, not {value!r}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} lies between {low} and {high}, not {value!r}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} takes {wanted}, not {value!r}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{out} cannot be written ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{out} is not empty and holds no earlier report; choose another folder for the report.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read as a .npy array: {error}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be written: {reason}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} holds several arrays; save the one to cluster as a .npy file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} holds {what}; it takes one row of floating-point numbers a photo, (n, d).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is cut off or too long for the {count:,} entries it announces; get it anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is no IDX file of {kind}: its first bytes are not {magic:#010x}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is no JSON: {error}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is no list of corrections: it takes {{"version": {version}, "edits": […]}}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place} cannot be written ({reason}).</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>facts</name>
  <message>
   <source>Camera</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>In no cluster yet</source>
   <translation>Dans aucun groupe pour l’instant</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lieu</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Prise le</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>Illisibles</translation>
  </message>
 </context>
 <context>
  <name>grid_painter</name>
  <message>
   <source>{0}  ·  by the date of the file</source>
   <translation>{0}  ·  d’après la date du fichier</translation>
  </message>
  <message>
   <source>{0}  ·  {1} by the date of the file</source>
   <translation>{0}  ·  {1} d’après la date du fichier</translation>
  </message>
 </context>
 <context>
  <name>group_names</name>
  <message>
   <source>Most like {0}</source>
   <translation>Les plus semblables à {0}</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>Sans date</translation>
  </message>
  <message>
   <source>No place</source>
   <translation>Sans lieu</translation>
  </message>
 </context>
 <context>
  <name>photo_menu</name>
  <message>
   <source>Copy path</source>
   <translation>Copier le chemin</translation>
  </message>
  <message>
   <source>Copy {count} paths</source>
   <translation>Copier {count} chemins</translation>
  </message>
  <message>
   <source>Find similar</source>
   <translation>Rechercher des photos semblables</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>Déplacer vers</translation>
  </message>
  <message>
   <source>New cluster</source>
   <translation>Nouveau groupe</translation>
  </message>
  <message>
   <source>Not {name}</source>
   <translation>Pas {name}</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Reveal in file manager</source>
   <translation>Montrer dans le gestionnaire de fichiers</translation>
  </message>
 </context>
 <context>
  <name>stage_names</name>
  <message>
   <source>Drawing how it learned</source>
   <translation>Dessin de l’apprentissage</translation>
  </message>
  <message>
   <source>Drawing the map</source>
   <translation>Dessin de la carte</translation>
  </message>
  <message>
   <source>Finding what belongs together</source>
   <translation>Recherche de ce qui va ensemble</translation>
  </message>
  <message>
   <source>Looking at what they show</source>
   <translation>Examen de ce qu’elles montrent</translation>
  </message>
  <message>
   <source>Looking for near-identical photos</source>
   <translation>Recherche des photos presque identiques</translation>
  </message>
  <message>
   <source>Looking for pictures</source>
   <translation>Recherche des images</translation>
  </message>
  <message>
   <source>Reading the pictures</source>
   <translation>Lecture des images</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>comparing</source>
   <translation>comparaison</translation>
  </message>
  <message>
   <source>counting clusters</source>
   <translation>choix du nombre de groupes</translation>
  </message>
  <message>
   <source>finding names</source>
   <translation>recherche de noms</translation>
  </message>
  <message>
   <source>grouping</source>
   <translation>regroupement</translation>
  </message>
  <message>
   <source>learning</source>
   <translation>apprentissage</translation>
  </message>
  <message>
   <source>looking at the photos</source>
   <translation>examen des photos</translation>
  </message>
  <message>
   <source>looking for neighbours</source>
   <translation>recherche des voisins</translation>
  </message>
  <message>
   <source>looking for patterns</source>
   <translation>recherche de motifs</translation>
  </message>
  <message>
   <source>nesting clusters</source>
   <translation>emboîtement des groupes</translation>
  </message>
  <message>
   <source>placing the new photos</source>
   <translation>placement des nouvelles photos</translation>
  </message>
  <message>
   <source>reading the vectors</source>
   <translation>lecture des vecteurs</translation>
  </message>
  <message>
   <source>settling</source>
   <translation>stabilisation</translation>
  </message>
  <message>
   <source>waking the network</source>
   <translation>réveil du réseau</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
 </context>
</TS>
