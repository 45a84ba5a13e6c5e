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
  <message>
   <source>go back to the clusters of {0}</source>
   <translation>revenir aux groupes du {0}</translation>
  </message>
  <message>
   <source>retrain into {0} clusters</source>
   <translation>réapprendre en {0} groupes</translation>
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
   <source>Earlier clusterings…</source>
   <translation>Classements précédents…</translation>
  </message>
  <message>
   <source>Every command, by its name.</source>
   <translation>Toutes les commandes, par leur nom.</translation>
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
   <source>Months</source>
   <translation>Mois</translation>
  </message>
  <message>
   <source>Near-identical photos…</source>
   <translation>Photos presque identiques…</translation>
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
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Photos stay as they are until there is a trash.</source>
   <translation>Les photos restent intactes tant qu’il n’y a pas de corbeille.</translation>
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
 </context>
 <context>
  <name>cluster_names</name>
  <message>
   <source>Drawings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New cluster</source>
   <translation>Nouveau groupe</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unsure</source>
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
   <source>Deep clustering (DEC)</source>
   <translation>Classement profond (DEC)</translation>
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
   <source>Numbers by which the network tells photos apart.</source>
   <translation>Nombres par lesquels le réseau distingue les photos.</translation>
  </message>
  <message>
   <source>Passes of the autoencoder over all photos.</source>
   <translation>Passages de l’auto-encodeur sur toutes les photos.</translation>
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
   <source>Quick, and a little coarser; comes with the program and needs no network.</source>
   <translation>Rapide et un peu plus grossier ; fourni avec le programme, sans connexion.</translation>
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
   <source>Tolerance</source>
   <translation>Tolérance</translation>
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
   <source>autoencoder</source>
   <translation>auto-encodeur</translation>
  </message>
  <message>
   <source>edges</source>
   <translation>contours</translation>
  </message>
  <message>
   <source>k-means</source>
   <translation>k-moyennes</translation>
  </message>
  <message>
   <source>neighbours</source>
   <translation>voisins</translation>
  </message>
  <message>
   <source>plain</source>
   <translation>pixels seuls</translation>
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
