<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>(no folder is open)</source>
   <translation>(aucun dossier ouvert)</translation>
  </message>
  <message>
   <source>About Photoloom</source>
   <translation>À propos de Photoloom</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copié</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Copy the versions, for a report; no path of yours is among them</source>
   <translation>Copier les versions, pour un rapport ; aucun de vos chemins n’y figure</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>It sorts your photos on this computer, and only there.</source>
   <translation>Il trie vos photos sur cet ordinateur, et nulle part ailleurs.</translation>
  </message>
  <message>
   <source>Licences…</source>
   <translation>Licences…</translation>
  </message>
  <message>
   <source>Made with</source>
   <translation>Fait avec</translation>
  </message>
  <message>
   <source>Photoloom is free software under the Apache License 2.0. Networks: EfficientNet-Lite (Apache-2.0). Names of things: WordNet 3.0 (Princeton University). Names of towns: GeoNames (geonames.org, CC BY 4.0). Coasts: Natural Earth (public domain). Borders: country-coder (ISC). Icons: Lucide (ISC).</source>
   <translation>Photoloom est un logiciel libre sous licence Apache 2.0. Réseaux : EfficientNet-Lite (Apache-2.0). Noms des choses : WordNet 3.0 (Princeton University). Noms des villes : GeoNames (geonames.org, CC BY 4.0). Côtes : Natural Earth (domaine public). Frontières : country-coder (ISC). Icônes : Lucide (ISC).</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Afficher</translation>
  </message>
  <message>
   <source>Show: {0}</source>
   <translation>Afficher : {0}</translation>
  </message>
  <message>
   <source>Version {0}</source>
   <translation>Version {0}</translation>
  </message>
 </context>
 <context>
  <name>AnswerTable</name>
  <message>
   <source>The methods side by side</source>
   <translation>Les méthodes côte à côte</translation>
  </message>
 </context>
 <context>
  <name>AppearancePage</name>
  <message>
   <source>A photo is shown for</source>
   <translation>Durée d’une photo</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Apparence</translation>
  </message>
  <message>
   <source>As the system says</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Glide and fade</source>
   <translation>Glisser et fondre</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Less: changes show at once</source>
   <translation>Moins : les changements sont immédiats</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>Animations</translation>
  </message>
  <message>
   <source>Photoloom speaks it from its next start on.</source>
   <translation>Photoloom la parlera à son prochain démarrage.</translation>
  </message>
  <message>
   <source>SLIDESHOW</source>
   <translation>DIAPORAMA</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Taille du texte</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Thème</translation>
  </message>
  <message>
   <source>{0} %</source>
   <translation>{0} %</translation>
  </message>
  <message>
   <source>{0} seconds</source>
   <translation>{0} secondes</translation>
  </message>
 </context>
 <context>
  <name>ArrivalBar</name>
  <message>
   <source>Show the clusters</source>
   <translation>Montrer les groupes</translation>
  </message>
  <message>
   <source>The first clusters are there.</source>
   <translation>Les premiers groupes sont là.</translation>
  </message>
 </context>
 <context>
  <name>AskPage</name>
  <message>
   <source>Another  (0)</source>
   <translation>Un autre  (0)</translation>
  </message>
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
   <source>Choose among the clusters that are not shown here (0)</source>
   <translation>Choisir parmi les groupes qui ne sont pas montrés ici (0)</translation>
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
   <source>They speak for {0} of {1} photos: a retrain lets the rest learn from them.</source>
   <translation>Elles valent pour {0} des {1} photos : un réentraînement en fait profiter les autres.</translation>
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
   <source>Your answers speak for {0} of {1} photos</source>
   <translation>Vos réponses valent pour {0} des {1} photos</translation>
  </message>
  <message>
   <source>{0} photo placed</source>
   <translation>{0} photo placée</translation>
  </message>
  <message>
   <source>{0} photos placed</source>
   <translation>{0} photos placées</translation>
  </message>
  <message>
   <source>{0}: where does {1} belong?</source>
   <translation>{0} : où va {1} ?</translation>
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
  <name>AskedBar</name>
  <message>
   <source>Find people</source>
   <translation>Trouver les personnes</translation>
  </message>
  <message>
   <source>Find the people on your photos? Faces are looked for and grouped on this computer; nothing leaves it.</source>
   <translation>Trouver les personnes sur vos photos ? Les visages sont cherchés et regroupés sur cet ordinateur ; rien n’en sort.</translation>
  </message>
  <message>
   <source>It stays in the People menu</source>
   <translation>Cela reste dans le menu Personnes</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
 </context>
 <context>
  <name>BackgroundLine</name>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
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
  <name>BestList</name>
  <message>
   <source>Groups of near-identical photos</source>
   <translation>Groupes de photos presque identiques</translation>
  </message>
 </context>
 <context>
  <name>BestStep</name>
  <message>
   <source>Move {0} photo to the trash…</source>
   <translation>Mettre {0} photo à la corbeille…</translation>
  </message>
  <message>
   <source>Move {0} photos to the trash…</source>
   <translation>Mettre {0} photos à la corbeille…</translation>
  </message>
  <message>
   <source>One by one</source>
   <translation>Un par un</translation>
  </message>
  <message>
   <source>all are the same file</source>
   <translation>toutes sont le même fichier</translation>
  </message>
  <message>
   <source>the camera's own</source>
   <translation>celle de l’appareil</translation>
  </message>
  <message>
   <source>the largest: {0} × {1}</source>
   <translation>la plus grande : {0} × {1}</translation>
  </message>
  <message>
   <source>the least compressed, or the oldest</source>
   <translation>la moins compressée, ou la plus ancienne</translation>
  </message>
  <message>
   <source>the sharpest</source>
   <translation>la plus nette</translation>
  </message>
  <message>
   <source>your choice</source>
   <translation>votre choix</translation>
  </message>
  <message>
   <source>{0} freed. A click or a digit keeps another one, A keeps the whole group.</source>
   <translation>{0} libérés. Un clic ou un chiffre en garde une autre, A garde tout le groupe.</translation>
  </message>
  <message>
   <source>{0} of {1} kept</source>
   <translation>{0} gardées sur {1}</translation>
  </message>
 </context>
 <context>
  <name>CardArea</name>
  <message>
   <source>Merge {0} into {1}</source>
   <translation>Fusionner {0} avec {1}</translation>
  </message>
  <message>
   <source>Move 1 photo to {1}</source>
   <translation>Déplacer 1 photo vers {1}</translation>
  </message>
  <message>
   <source>Move {0} photos to {1}</source>
   <translation>Déplacer {0} photos vers {1}</translation>
  </message>
 </context>
 <context>
  <name>Choices</name>
  <message>
   <source>Clusters</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Comparer</translation>
  </message>
  <message>
   <source>Each run starts from other random numbers: what stays the same is steady.</source>
   <translation>Chaque essai part d’autres nombres au hasard : ce qui reste pareil est stable.</translation>
  </message>
  <message>
   <source>For folders that you sorted by what they show. Otherwise what you put into clusters judges.</source>
   <translation>Pour des dossiers que vous avez triés selon ce que montrent les photos. Sinon, c’est ce que vous avez mis dans les groupes qui juge.</translation>
  </message>
  <message>
   <source>How far the comparison is</source>
   <translation>Avancement de la comparaison</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Combien</translation>
  </message>
  <message>
   <source>Let my folders judge</source>
   <translation>Laisser juger mes dossiers</translation>
  </message>
  <message>
   <source>Methods</source>
   <translation>Méthodes</translation>
  </message>
  <message>
   <source>Runs of each</source>
   <translation>Essais de chacune</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>The same for every method.</source>
   <translation>Le même nombre pour chaque méthode.</translation>
  </message>
  <message>
   <source>Who judges</source>
   <translation>Qui juge</translation>
  </message>
  <message>
   <source>{0}, {1} of {2}</source>
   <translation>{0}, {1} sur {2}</translation>
  </message>
 </context>
 <context>
  <name>ClusterCard</name>
  <message>
   <source>Name of the cluster</source>
   <translation>Nom du groupe</translation>
  </message>
  <message>
   <source>on average {0} sure</source>
   <translation>sûr à {0} en moyenne</translation>
  </message>
  <message>
   <source>{0}
On average {1} sure</source>
   <translation>{0}
Sûr à {1} en moyenne</translation>
  </message>
  <message>
   <source>{0} of them found</source>
   <translation>dont {0} trouvées</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0}, locked</source>
   <translation>{0}, verrouillé</translation>
  </message>
 </context>
 <context>
  <name>ClusterShelf</name>
  <message>
   <source>A new kind?</source>
   <translation>Un nouveau genre ?</translation>
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
   <source>Clusters</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>Drop photos here for a new cluster</source>
   <translation>Déposez des photos ici pour créer un groupe</translation>
  </message>
  <message>
   <source>Make a cluster</source>
   <translation>En faire un groupe</translation>
  </message>
  <message>
   <source>Photos between two clusters, the most doubtful first. Ask me asks about such photos.</source>
   <translation>Photos entre deux groupes, les plus douteuses d’abord. « Questions » interroge sur de telles photos.</translation>
  </message>
  <message>
   <source>Unsure photos that are like each other.</source>
   <translation>Photos incertaines qui se ressemblent.</translation>
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
   <source>{0} cluster</source>
   <translation>{0} groupe</translation>
  </message>
  <message>
   <source>{0} clusters</source>
   <translation>{0} groupes</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>CodeMap</name>
  <message>
   <source>Looking at what was learned…</source>
   <translation>Examen de ce qui a été appris…</translation>
  </message>
  <message>
   <source>Photos by their codes</source>
   <translation>Photos selon leurs codes</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>Culling</name>
  <message>
   <source>All photos</source>
   <translation>Toutes les photos</translation>
  </message>
  <message>
   <source>Bursts: {0}</source>
   <translation>Rafales : {0}</translation>
  </message>
  <message>
   <source>Rejected photos</source>
   <translation>Photos rejetées</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revue</translation>
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
   <source>Three ways to judge a number; click one to choose it.</source>
   <translation>Trois façons de juger un nombre ; cliquez pour en choisir un.</translation>
  </message>
 </context>
 <context>
  <name>DamagedPage</name>
  <message>
   <source>An empty library: the photos are sorted again, without corrections.</source>
   <translation>Une bibliothèque vide : les photos sont triées de nouveau, sans corrections.</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sauvegarde</translation>
  </message>
  <message>
   <source>Begin anew</source>
   <translation>Recommencer</translation>
  </message>
  <message>
   <source>Begin anew without {0} correction?</source>
   <translation>Recommencer sans {0} correction ?</translation>
  </message>
  <message>
   <source>Begin anew without {0} corrections?</source>
   <translation>Recommencer sans {0} corrections ?</translation>
  </message>
  <message>
   <source>Begin anew?</source>
   <translation>Recommencer ?</translation>
  </message>
  <message>
   <source>Begin anew…</source>
   <translation>Recommencer…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Choose another folder…</source>
   <translation>Choisir un autre dossier…</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Regarder à nouveau</translation>
  </message>
  <message>
   <source>Looking for what can be read…</source>
   <translation>Recherche de ce qui peut être lu…</translation>
  </message>
  <message>
   <source>Nothing was changed. Choose how to go on; whatever you choose, nothing is deleted.</source>
   <translation>Rien n’a été modifié. Choisissez comment continuer ; quel que soit votre choix, rien n’est supprimé.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Open the backup of {0} ({1})</source>
   <translation>Ouvrir la sauvegarde du {0} ({1})</translation>
  </message>
  <message>
   <source>Over the newest backup, where that has more.</source>
   <translation>Par-dessus la sauvegarde la plus récente, là où elle en a plus.</translation>
  </message>
  <message>
   <source>Rescue</source>
   <translation>Sauver</translation>
  </message>
  <message>
   <source>Rescue what can be read ({0})</source>
   <translation>Sauver ce qui peut être lu ({0})</translation>
  </message>
  <message>
   <source>The catalog of this library is damaged</source>
   <translation>Le catalogue de cette bibliothèque est endommagé</translation>
  </message>
  <message>
   <source>The catalog of this library is missing</source>
   <translation>Le catalogue de cette bibliothèque manque</translation>
  </message>
  <message>
   <source>The catalog was here; put it back and look again: {0}</source>
   <translation>Le catalogue était ici ; remettez-le et regardez de nouveau : {0}</translation>
  </message>
  <message>
   <source>The damaged catalog, kept beside the new one: {0}</source>
   <translation>Le catalogue endommagé, conservé à côté du nouveau : {0}</translation>
  </message>
  <message>
   <source>The damaged file is set aside and the backups stay; nothing of them is deleted.</source>
   <translation>Le fichier endommagé est mis de côté et les sauvegardes restent ; rien n’en est supprimé.</translation>
  </message>
  <message>
   <source>The file in which Photoloom keeps what you said cannot be trusted as it is.</source>
   <translation>Le fichier où Photoloom garde ce que vous avez dit n’est plus fiable tel quel.</translation>
  </message>
  <message>
   <source>The file in which Photoloom keeps what you said is not there, or empty.</source>
   <translation>Le fichier où Photoloom garde ce que vous avez dit n’est pas là, ou il est vide.</translation>
  </message>
  <message>
   <source>The library is being put together…</source>
   <translation>La bibliothèque est en cours de remise en état…</translation>
  </message>
  <message>
   <source>What you said after that is not in it.</source>
   <translation>Ce que vous avez dit après n’y est pas.</translation>
  </message>
  <message>
   <source>Your photos, untouched: {0}</source>
   <translation>Vos photos, intactes : {0}</translation>
  </message>
  <message>
   <source>{0} backup is damaged, too.</source>
   <translation>{0} sauvegarde est endommagée, elle aussi.</translation>
  </message>
  <message>
   <source>{0} backups are damaged, too.</source>
   <translation>{0} sauvegardes sont endommagées, elles aussi.</translation>
  </message>
 </context>
 <context>
  <name>DetailsPanel</name>
  <message>
   <source>A pile of before</source>
   <translation>une pile d’avant</translation>
  </message>
  <message>
   <source>Open the receipt</source>
   <translation>Ouvrir le reçu</translation>
  </message>
  <message>
   <source>PUT BACK PILE BY PILE</source>
   <translation>REMETTRE PILE PAR PILE</translation>
  </message>
  <message>
   <source>Put back {0}  ·  {1}</source>
   <translation>Remettre {0}  ·  {1}</translation>
  </message>
  <message>
   <source>Without a pile</source>
   <translation>sans pile</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>DevicePage</name>
  <message>
   <source>Device</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>GPU PACK</source>
   <translation>MODULE GPU</translation>
  </message>
  <message>
   <source>It comes from pypi.org, download.pytorch.org and github.com, which learn what is fetched and the IP address of this computer, and nothing else. It has a folder of its own, and is removed without a trace.</source>
   <translation>Il vient de pypi.org, download.pytorch.org et github.com, qui apprennent ce qui est téléchargé et l’adresse IP de cet ordinateur, et rien d’autre. Il a son propre dossier et se supprime sans laisser de trace.</translation>
  </message>
  <message>
   <source>It was stopped; what has been fetched is kept.</source>
   <translation>Arrêté ; ce qui a été téléchargé est gardé.</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Le garder</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Regarder à nouveau</translation>
  </message>
  <message>
   <source>Looking what computes…</source>
   <translation>Recherche de ce qui calcule…</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Remove ({0})</source>
   <translation>Supprimer ({0})</translation>
  </message>
  <message>
   <source>Remove the GPU pack? The processor then computes.</source>
   <translation>Supprimer le module GPU ? C’est alors le processeur qui calcule.</translation>
  </message>
  <message>
   <source>Removing…</source>
   <translation>Suppression…</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Trying it out…</source>
   <translation>Essai en cours…</translation>
  </message>
  <message>
   <source>Wait until the photos are sorted</source>
   <translation>Attendez que les photos soient triées</translation>
  </message>
  <message>
   <source>What computes is not known yet</source>
   <translation>Ce qui calcule n’est pas encore connu</translation>
  </message>
  <message>
   <source>about {0} left</source>
   <translation>encore {0} environ</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>DreamView</name>
  <message>
   <source>Cluster</source>
   <translation>Groupe</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>From one photo to another</source>
   <translation>D’une photo à une autre</translation>
  </message>
  <message>
   <source>Little: usual pictures. Much: odd ones.</source>
   <translation>Peu : des images ordinaires. Beaucoup : des images étranges.</translation>
  </message>
  <message>
   <source>New pictures</source>
   <translation>Nouvelles images</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>Bruit</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>D’autres</translation>
  </message>
  <message>
   <source>Pictures that the model draws</source>
   <translation>Images que dessine le modèle</translation>
  </message>
  <message>
   <source>Press a photo to choose another one; two that are selected come first.</source>
   <translation>Cliquez sur une photo pour en choisir une autre ; deux photos sélectionnées passent d’abord.</translation>
  </message>
  <message>
   <source>The model draws what the most typical photos of this cluster have in common.</source>
   <translation>Le modèle dessine ce que les photos les plus typiques de ce groupe ont en commun.</translation>
  </message>
  <message>
   <source>The way from one photo to the other</source>
   <translation>Le chemin d’une photo à l’autre</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Vers</translation>
  </message>
  <message>
   <source>Typical of a cluster</source>
   <translation>Typique d’un groupe</translation>
  </message>
  <message>
   <source>What these photos have in common</source>
   <translation>Ce que ces photos ont en commun</translation>
  </message>
 </context>
 <context>
  <name>DuplicateCard</name>
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
  <name>DuplicatesPage</name>
  <message>
   <source>All near-identical photos are kept</source>
   <translation>Toutes les photos presque identiques sont gardées</translation>
  </message>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Copies</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>It is not shown as near-identical again (A)</source>
   <translation>Il ne sera plus montré comme presque identique (A)</translation>
  </message>
  <message>
   <source>Keep the best of all {0} groups…</source>
   <translation>Garder la meilleure de chacun des {0} groupes…</translation>
  </message>
  <message>
   <source>Keep this whole group</source>
   <translation>Garder tout ce groupe</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Regarder à nouveau</translation>
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
   <source>Of the {0} groups looked at so far. Nothing is deleted here.</source>
   <translation>Des {0} groupes vus jusqu’ici. Rien n’est supprimé ici.</translation>
  </message>
  <message>
   <source>Of this group. Nothing is deleted here.</source>
   <translation>De ce groupe. Rien n’est supprimé ici.</translation>
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
   <source>See what is kept of every group, before anything happens</source>
   <translation>Voir ce qui est gardé de chaque groupe, avant que rien ne se passe</translation>
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
   <source>Sharpness {0}</source>
   <translation>Netteté {0}</translation>
  </message>
  <message>
   <source>Show the group you keep whole</source>
   <translation>Montrer le groupe gardé en entier</translation>
  </message>
  <message>
   <source>Show the {0} groups you keep whole</source>
   <translation>Montrer les {0} groupes gardés en entier</translation>
  </message>
  <message>
   <source>The search was stopped</source>
   <translation>La recherche a été arrêtée</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
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
  <name>FaceCard</name>
  <message>
   <source>A face that was missed</source>
   <translation>Un visage oublié</translation>
  </message>
  <message>
   <source>A stranger</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>Name of the person</source>
   <translation>Nom de la personne</translation>
  </message>
  <message>
   <source>Not a face</source>
   <translation>Pas un visage</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Who is this?</source>
   <translation>Qui est-ce ?</translation>
  </message>
 </context>
 <context>
  <name>FaceLayer</name>
  <message>
   <source>Drag a frame around the face, or use the arrow keys. Esc ends it.</source>
   <translation>Tracez un cadre autour du visage, ou utilisez les flèches. Échap y met fin.</translation>
  </message>
  <message>
   <source>Faces in the photo</source>
   <translation>Visages sur la photo</translation>
  </message>
  <message>
   <source>Stranger</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>Who is this?</source>
   <translation>Qui est-ce ?</translation>
  </message>
 </context>
 <context>
  <name>FaceStrip</name>
  <message>
   <source>{0} face</source>
   <translation>{0} visage</translation>
  </message>
  <message>
   <source>{0} faces</source>
   <translation>{0} visages</translation>
  </message>
 </context>
 <context>
  <name>FactsPanel</name>
  <message>
   <source>Cluster</source>
   <translation>Groupe</translation>
  </message>
  <message>
   <source>Facts about the photo</source>
   <translation>Informations sur la photo</translation>
  </message>
  <message>
   <source>In no cluster yet</source>
   <translation>Dans aucun groupe pour l’instant</translation>
  </message>
  <message>
   <source>placed by hand</source>
   <translation>placée à la main</translation>
  </message>
  <message>
   <source>{0} sure</source>
   <translation>sûr à {0}</translation>
  </message>
 </context>
 <context>
  <name>Filing</name>
  <message>
   <source>Where shall the receipt be saved?</source>
   <translation>Où enregistrer le reçu ?</translation>
  </message>
 </context>
 <context>
  <name>FilingPage</name>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>File away</source>
   <translation>Ranger</translation>
  </message>
  <message>
   <source>Filing photos</source>
   <translation>Rangement des photos</translation>
  </message>
  <message>
   <source>Planning…</source>
   <translation>Préparation du plan…</translation>
  </message>
  <message>
   <source>Planning… {0} of {1} photos</source>
   <translation>Préparation du plan… {0} photos sur {1}</translation>
  </message>
  <message>
   <source>Putting photos back</source>
   <translation>Remise en place des photos</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Reçu</translation>
  </message>
  <message>
   <source>Save as HTML…</source>
   <translation>Enregistrer en HTML…</translation>
  </message>
  <message>
   <source>Show in file manager</source>
   <translation>Montrer dans le gestionnaire de fichiers</translation>
  </message>
  <message>
   <source>Show the plan</source>
   <translation>Voir le plan</translation>
  </message>
  <message>
   <source>Step {0} of {1}</source>
   <translation>Étape {0} sur {1}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>There is nothing to do.</source>
   <translation>Il n’y a rien à faire.</translation>
  </message>
  <message>
   <source>This is what will happen</source>
   <translation>Voici ce qui va se passer</translation>
  </message>
  <message>
   <source>Undo a pile</source>
   <translation>Annuler un groupe</translation>
  </message>
  <message>
   <source>Undo all</source>
   <translation>Tout annuler</translation>
  </message>
  <message>
   <source>What is done stays when you stop.</source>
   <translation>Ce qui est fait reste fait si vous arrêtez.</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <source>Filmstrip</source>
   <translation>Bande de vignettes</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
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
   <source>Only {0}</source>
   <translation>Seulement {0}</translation>
  </message>
  <message>
   <source>Show photos that are not like it, too</source>
   <translation>Montrer aussi les photos qui ne lui ressemblent pas</translation>
  </message>
  <message>
   <source>Show the others, too</source>
   <translation>Montrer aussi les autres</translation>
  </message>
  <message>
   <source>What pictures show, what is written in them, people, names, places and dates: {0}</source>
   <translation>Ce que montrent les images, ce qui y est écrit, personnes, noms, lieux et dates : {0}</translation>
  </message>
 </context>
 <context>
  <name>FlagLabel</name>
  <message>
   <source>Kept</source>
   <translation>Gardée</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Rejetée</translation>
  </message>
 </context>
 <context>
  <name>FlowCard</name>
  <message>
   <source>Refuse</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Refuse all</source>
   <translation>Tout refuser</translation>
  </message>
  <message>
   <source>Show all {0}</source>
   <translation>Afficher les {0}</translation>
  </message>
  <message>
   <source>Show fewer</source>
   <translation>Afficher moins</translation>
  </message>
  <message>
   <source>Show more</source>
   <translation>Afficher plus</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Revenir sur le refus</translation>
  </message>
  <message>
   <source>What is refused stays where it is, and no retrain moves it there.</source>
   <translation>Ce qui est refusé reste où il est, et aucun réentraînement ne l’y déplacera.</translation>
  </message>
  <message>
   <source>{0} photo stays</source>
   <translation>{0} photo reste</translation>
  </message>
  <message>
   <source>{0} photos stay</source>
   <translation>{0} photos restent</translation>
  </message>
 </context>
 <context>
  <name>FlowPhoto</name>
  <message>
   <source>Back to the pictures</source>
   <translation>Retour aux images</translation>
  </message>
  <message>
   <source>Let it move</source>
   <translation>La laisser partir</translation>
  </message>
  <message>
   <source>Next photo</source>
   <translation>Photo suivante</translation>
  </message>
  <message>
   <source>Photo that would move</source>
   <translation>Photo qui se déplacerait</translation>
  </message>
  <message>
   <source>Previous photo</source>
   <translation>Photo précédente</translation>
  </message>
  <message>
   <source>Refuse</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
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
   <source>{0} photo from {1} to {2}</source>
   <translation>{0} photo de {1} à {2}</translation>
  </message>
  <message>
   <source>{0} photo stays in {1}</source>
   <translation>{0} photo reste dans {1}</translation>
  </message>
  <message>
   <source>{0} photos from {1} to {2}</source>
   <translation>{0} photos de {1} à {2}</translation>
  </message>
  <message>
   <source>{0} photos stay in {1}</source>
   <translation>{0} photos restent dans {1}</translation>
  </message>
 </context>
 <context>
  <name>FlowStrip</name>
  <message>
   <source>Let it move</source>
   <translation>La laisser partir</translation>
  </message>
  <message>
   <source>Most certain</source>
   <translation>Les plus sûres</translation>
  </message>
  <message>
   <source>Most doubtful</source>
   <translation>Les plus douteuses</translation>
  </message>
  <message>
   <source>Refuse</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Show it larger</source>
   <translation>L’afficher en grand</translation>
  </message>
 </context>
 <context>
  <name>FolderTree</name>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Folders as they will be</source>
   <translation>Les dossiers tels qu’ils seront</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>and {0} more</source>
   <translation>et {0} de plus</translation>
  </message>
 </context>
 <context>
  <name>Folders</name>
  <message>
   <source>Choose a folder of pictures</source>
   <translation>Choisir un dossier d’images</translation>
  </message>
  <message>
   <source>Choose another folder for this library</source>
   <translation>Choisir un autre dossier pour cette photothèque</translation>
  </message>
  <message>
   <source>Recent folders</source>
   <translation>Dossiers récents</translation>
  </message>
 </context>
 <context>
  <name>FoldersPage</name>
  <message>
   <source>Folders</source>
   <translation>Dossiers</translation>
  </message>
  <message>
   <source>Open again at the start what was open last</source>
   <translation>Rouvrir au démarrage ce qui était ouvert</translation>
  </message>
  <message>
   <source>Watch the open folders for new photos</source>
   <translation>Surveiller l’arrivée de photos dans les dossiers ouverts</translation>
  </message>
 </context>
 <context>
  <name>FoundChip</name>
  <message>
   <source>Take out of the search: {0}</source>
   <translation>Retirer de la recherche : {0}</translation>
  </message>
 </context>
 <context>
  <name>FoundChips</name>
  <message>
   <source>Showing results for {0}</source>
   <translation>Résultats affichés pour {0}</translation>
  </message>
  <message>
   <source>What is searched for</source>
   <translation>Ce qui est recherché</translation>
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
  <name>HistoryPage</name>
  <message>
   <source>All</source>
   <translation>Tout</translation>
  </message>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Edits</source>
   <translation>Modifications</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Find in the history</source>
   <translation>Chercher dans l’historique</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Genre</translation>
  </message>
  <message>
   <source>Nothing like that was done</source>
   <translation>Rien de tel n’a été fait</translation>
  </message>
  <message>
   <source>Nothing was done yet</source>
   <translation>Rien n’a encore été fait</translation>
  </message>
 </context>
 <context>
  <name>InUse</name>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>about {0} left</source>
   <translation>encore {0} environ</translation>
  </message>
  <message>
   <source>{0} looks at them now. Your photos stay as they are sorted until it is done.</source>
   <translation>{0} les regarde en ce moment. Vos photos restent triées comme elles le sont jusqu’à ce qu’il ait fini.</translation>
  </message>
  <message>
   <source>{0} looks at your photos</source>
   <translation>{0} regarde vos photos</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>1 pinned</source>
   <translation>1 épinglée</translation>
  </message>
  <message>
   <source>DETAILS</source>
   <translation>DÉTAILS</translation>
  </message>
  <message>
   <source>Found by</source>
   <translation>Trouvée par</translation>
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
   <source>WHAT IT LOOKS LIKE</source>
   <translation>À QUOI ELLE RESSEMBLE</translation>
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
   <source>You have ruled {name} out. A press moves it there after all.</source>
   <translation>Vous avez écarté {name}. Un clic l’y déplace tout de même.</translation>
  </message>
  <message>
   <source>ruled out</source>
   <translation>écarté</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photo found</source>
   <translation>{0} photo trouvée</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0} photos found</source>
   <translation>{0} photos trouvées</translation>
  </message>
  <message>
   <source>{0} pinned</source>
   <translation>{0} épinglées</translation>
  </message>
 </context>
 <context>
  <name>KControl</name>
  <message>
   <source>At least {0}: so many are named, locked or hold photos you placed.</source>
   <translation>Au moins {0} : autant sont nommés, verrouillés ou contiennent des photos que vous avez placées.</translation>
  </message>
  <message>
   <source>At most {0}.</source>
   <translation>Au plus {0}.</translation>
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
   <source>Elbow</source>
   <translation>Coude</translation>
  </message>
  <message>
   <source>From {0} clusters on, more of them hardly make each one more uniform.</source>
   <translation>À partir de {0} groupes, en ajouter ne les rend guère plus homogènes.</translation>
  </message>
  <message>
   <source>How well each number of clusters suits the photos</source>
   <translation>À quel point chaque nombre de groupes convient aux photos</translation>
  </message>
  <message>
   <source>Neighbours kept together</source>
   <translation>Voisines gardées ensemble</translation>
  </message>
  <message>
   <source>Silhouette</source>
   <translation>Silhouette</translation>
  </message>
  <message>
   <source>Up to {0} clusters, photos that look alike stay together. Auto goes by this.</source>
   <translation>Jusqu’à {0} groupes, les photos qui se ressemblent restent ensemble. Auto s’y fie.</translation>
  </message>
  <message>
   <source>With {0} clusters, each stands apart from the others most clearly.</source>
   <translation>Avec {0} groupes, chacun se distingue le plus nettement des autres.</translation>
  </message>
  <message>
   <source>{0} clusters: neighbours {1}</source>
   <translation>{0} groupes : voisines {1}</translation>
  </message>
  <message>
   <source>{0} clusters: neighbours {1}, spread within {2}%, silhouette {3}</source>
   <translation>{0} groupes : voisines {1}, dispersion interne {2} %, silhouette {3}</translation>
  </message>
 </context>
 <context>
  <name>KLine</name>
  <message>
   <source>Counting…</source>
   <translation>Calcul…</translation>
  </message>
 </context>
 <context>
  <name>KindChips</name>
  <message>
   <source>All kinds</source>
   <translation>Tous les genres</translation>
  </message>
  <message>
   <source>Kinds of pictures</source>
   <translation>Genres d’images</translation>
  </message>
  <message>
   <source>More kinds</source>
   <translation>Autres genres</translation>
  </message>
 </context>
 <context>
  <name>Lab</name>
  <message>
   <source>Learning was stopped, for something else had to be done: train the model again.</source>
   <translation>L’apprentissage a été arrêté, car autre chose devait être fait : entraînez de nouveau le modèle.</translation>
  </message>
  <message>
   <source>What this model had learned is gone, for the engine was ended: train it again.</source>
   <translation>Ce que ce modèle avait appris est perdu, car le moteur a été arrêté : entraînez-le de nouveau.</translation>
  </message>
 </context>
 <context>
  <name>LabDesk</name>
  <message>
   <source>Picture as it is seen (*.png)</source>
   <translation>Image telle qu’on la voit (*.png)</translation>
  </message>
  <message>
   <source>Save as a picture</source>
   <translation>Enregistrer comme image</translation>
  </message>
  <message>
   <source>The picture is saved as {0}.</source>
   <translation>L’image est enregistrée sous {0}.</translation>
  </message>
  <message>
   <source>{0} {1} {2}</source>
   <translation>{0} {1} {2}</translation>
  </message>
 </context>
 <context>
  <name>LabPage</name>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Dream</source>
   <translation>Rêver</translation>
  </message>
  <message>
   <source>Lab</source>
   <translation>Labo</translation>
  </message>
  <message>
   <source>Nothing is learned yet</source>
   <translation>Rien n’est encore appris</translation>
  </message>
  <message>
   <source>Photos, and what is left of them.</source>
   <translation>Des photos, et ce qu’il en reste.</translation>
  </message>
  <message>
   <source>Pictures that the model makes up.</source>
   <translation>Des images que le modèle invente.</translation>
  </message>
  <message>
   <source>Save what is seen as a picture…</source>
   <translation>Enregistrer ce qui est affiché comme image…</translation>
  </message>
  <message>
   <source>See</source>
   <translation>Voir</translation>
  </message>
  <message>
   <source>Squeeze</source>
   <translation>Comprimer</translation>
  </message>
  <message>
   <source>Train a model to see how it orders your photos.</source>
   <translation>Entraînez un modèle pour voir comment il range vos photos.</translation>
  </message>
  <message>
   <source>Train a model to see what it keeps of your photos.</source>
   <translation>Entraînez un modèle pour voir ce qu’il garde de vos photos.</translation>
  </message>
  <message>
   <source>Train a model to see what it makes up.</source>
   <translation>Entraînez un modèle pour voir ce qu’il invente.</translation>
  </message>
  <message>
   <source>What to do with the model</source>
   <translation>Que faire du modèle</translation>
  </message>
  <message>
   <source>Where photos lie by what the model keeps of them.</source>
   <translation>Où sont les photos d’après ce que le modèle en garde.</translation>
  </message>
 </context>
 <context>
  <name>LearningView</name>
  <message>
   <source>How it learns</source>
   <translation>Comment il apprend</translation>
  </message>
  <message>
   <source>It has begun to learn…</source>
   <translation>L’apprentissage a commencé…</translation>
  </message>
  <message>
   <source>It is waiting…</source>
   <translation>En attente…</translation>
  </message>
  <message>
   <source>What it draws by now</source>
   <translation>Ce qu’il dessine à présent</translation>
  </message>
  <message>
   <source>What the model draws by now</source>
   <translation>Ce que le modèle dessine à présent</translation>
  </message>
 </context>
 <context>
  <name>LibraryWatcher</name>
  <message>
   <source>{0} is not there: its drive may be unplugged. Nothing is forgotten.</source>
   <translation>{0} n’est pas là : son disque est peut-être débranché. Rien n’est oublié.</translation>
  </message>
 </context>
 <context>
  <name>LikenessTable</name>
  <message>
   <source>How alike the clusters of every two methods are</source>
   <translation>À quel point les groupes de deux méthodes se ressemblent</translation>
  </message>
 </context>
 <context>
  <name>LineList</name>
  <message>
   <source>What was done</source>
   <translation>Ce qui a été fait</translation>
  </message>
 </context>
 <context>
  <name>LockGate</name>
  <message>
   <source>Merge</source>
   <translation>Fusionner</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Déplacer</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Diviser</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Reprendre</translation>
  </message>
  <message>
   <source>{1} and {2} are locked. Merge {0} photo into {2}?</source>
   <translation>{1} et {2} sont verrouillés. Fusionner {0} photo dans {2} ?</translation>
  </message>
  <message>
   <source>{1} and {2} are locked. Merge {0} photos into {2}?</source>
   <translation>{1} et {2} sont verrouillés. Fusionner {0} photos dans {2} ?</translation>
  </message>
  <message>
   <source>{1} and {2} are locked. Move {0} photo?</source>
   <translation>{1} et {2} sont verrouillés. Déplacer {0} photo ?</translation>
  </message>
  <message>
   <source>{1} and {2} are locked. Move {0} photos?</source>
   <translation>{1} et {2} sont verrouillés. Déplacer {0} photos ?</translation>
  </message>
  <message>
   <source>{1} are locked. Move {0} photos into them?</source>
   <translation>{1} sont verrouillés. Y déplacer {0} photos ?</translation>
  </message>
  <message>
   <source>{1} are locked. Move {0} photos out of them?</source>
   <translation>{1} sont verrouillés. En sortir {0} photos ?</translation>
  </message>
  <message>
   <source>{1} is locked. Merge its {0} photo into another cluster?</source>
   <translation>{1} est verrouillé. Fusionner sa {0} photo avec un autre groupe ?</translation>
  </message>
  <message>
   <source>{1} is locked. Merge its {0} photos into another cluster?</source>
   <translation>{1} est verrouillé. Fusionner ses {0} photos avec un autre groupe ?</translation>
  </message>
  <message>
   <source>{1} is locked. Merge {0} photo into it?</source>
   <translation>{1} est verrouillé. Y fusionner {0} photo ?</translation>
  </message>
  <message>
   <source>{1} is locked. Merge {0} photos into it?</source>
   <translation>{1} est verrouillé. Y fusionner {0} photos ?</translation>
  </message>
  <message>
   <source>{1} is locked. Move {0} photo into it?</source>
   <translation>{1} est verrouillé. Y déplacer {0} photo ?</translation>
  </message>
  <message>
   <source>{1} is locked. Move {0} photo out of it?</source>
   <translation>{1} est verrouillé. En sortir {0} photo ?</translation>
  </message>
  <message>
   <source>{1} is locked. Move {0} photos into it?</source>
   <translation>{1} est verrouillé. Y déplacer {0} photos ?</translation>
  </message>
  <message>
   <source>{1} is locked. Move {0} photos out of it?</source>
   <translation>{1} est verrouillé. En sortir {0} photos ?</translation>
  </message>
  <message>
   <source>{1} is locked. Split its {0} photo?</source>
   <translation>{1} est verrouillé. Diviser sa {0} photo ?</translation>
  </message>
  <message>
   <source>{1} is locked. Split its {0} photos?</source>
   <translation>{1} est verrouillé. Diviser ses {0} photos ?</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Photoloom ended by a fault of its own the last time. What you had done is kept.</source>
   <translation>La dernière fois, Photoloom s’est arrêté par sa propre faute. Ce que vous aviez fait est gardé.</translation>
  </message>
  <message>
   <source>Recent folders</source>
   <translation>Dossiers récents</translation>
  </message>
  <message>
   <source>Save a report…</source>
   <translation>Enregistrer un rapport…</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>Afficher le journal</translation>
  </message>
  <message>
   <source>Something went wrong in Photoloom.</source>
   <translation>Une erreur s’est produite dans Photoloom.</translation>
  </message>
 </context>
 <context>
  <name>MapChoice</name>
  <message>
   <source>This map is laid out as soon as the folder is there again.</source>
   <translation>Cette carte sera disposée dès que le dossier sera de nouveau là.</translation>
  </message>
  <message>
   <source>This map is not laid out, and the library cannot be written.</source>
   <translation>Cette carte n’est pas dessinée, et la bibliothèque ne peut pas être écrite.</translation>
  </message>
 </context>
 <context>
  <name>MapControls</name>
  <message>
   <source>Farther (-)</source>
   <translation>Plus loin (-)</translation>
  </message>
  <message>
   <source>Fit the map (0)</source>
   <translation>Ajuster la carte (0)</translation>
  </message>
  <message>
   <source>Nearer (+)</source>
   <translation>Plus près (+)</translation>
  </message>
 </context>
 <context>
  <name>MessagePage</name>
  <message>
   <source>Choose another folder…</source>
   <translation>Choisir un autre dossier…</translation>
  </message>
  <message>
   <source>Looking again…</source>
   <translation>Nouvel essai…</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Unread files</source>
   <translation>Fichiers illisibles</translation>
  </message>
 </context>
 <context>
  <name>MissingDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Forget missing photos</source>
   <translation>Oublier les photos manquantes</translation>
  </message>
  <message>
   <source>Forget {0} missing photo</source>
   <translation>Oublier {0} photo manquante</translation>
  </message>
  <message>
   <source>Forget {0} missing photos</source>
   <translation>Oublier {0} photos manquantes</translation>
  </message>
  <message>
   <source>Looking for every photo…</source>
   <translation>Recherche de chaque photo…</translation>
  </message>
  <message>
   <source>Missing photos</source>
   <translation>Photos manquantes</translation>
  </message>
  <message>
   <source>No photo is missing</source>
   <translation>Aucune photo ne manque</translation>
  </message>
  <message>
   <source>The missing photos are not known</source>
   <translation>Les photos manquantes ne sont pas connues</translation>
  </message>
  <message>
   <source>Their drive may be unplugged, or the share down: then there is nothing to do, they come back with it.</source>
   <translation>Leur disque est peut-être débranché, ou le partage arrêté : alors il n’y a rien à faire, elles reviennent avec lui.</translation>
  </message>
  <message>
   <source>They were moved elsewhere or deleted. Forgotten, they are no longer shown.</source>
   <translation>Elles ont été déplacées ailleurs ou supprimées. Oubliées, elles ne sont plus montrées.</translation>
  </message>
  <message>
   <source>Undo does not bring them back. No file is deleted, and what you said of them is kept: photos that are found again, by Look for new photos, are where you had put them.</source>
   <translation>Annuler ne les ramène pas. Aucun fichier n’est supprimé, et ce que vous en avez dit est gardé : les photos retrouvées, par Chercher de nouvelles photos, sont là où vous les aviez mises.</translation>
  </message>
  <message>
   <source>{0} photo is not where it was</source>
   <translation>{0} photo n’est plus où elle était</translation>
  </message>
  <message>
   <source>{0} photos are not where they were</source>
   <translation>{0} photos ne sont plus où elles étaient</translation>
  </message>
  <message>
   <source>{0}: {1} of {2}</source>
   <translation>{0} : {1} sur {2}</translation>
  </message>
 </context>
 <context>
  <name>MissingPhotos</name>
  <message>
   <source>They were not counted to the end: something else was to be done first.</source>
   <translation>Elles n’ont pas été comptées jusqu’au bout : autre chose devait être fait d’abord.</translation>
  </message>
 </context>
 <context>
  <name>ModelPanel</name>
  <message>
   <source>End here, and keep what was learned so far.</source>
   <translation>Arrêter ici, et garder ce qui a été appris jusque-là.</translation>
  </message>
  <message>
   <source>Enough</source>
   <translation>Assez</translation>
  </message>
  <message>
   <source>In colour</source>
   <translation>En couleurs</translation>
  </message>
  <message>
   <source>Learned from {0} photo</source>
   <translation>Appris de {0} photo</translation>
  </message>
  <message>
   <source>Learned from {0} photos</source>
   <translation>Appris de {0} photos</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>Parameters</source>
   <translation>Paramètres</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>Size of the pictures</source>
   <translation>Taille des images</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>Entraîner</translation>
  </message>
  <message>
   <source>Train again</source>
   <translation>Entraîner de nouveau</translation>
  </message>
  <message>
   <source>Waiting until what is being done is finished…</source>
   <translation>En attente de la fin de ce qui est en cours…</translation>
  </message>
  <message>
   <source>{0} × {0} pixels</source>
   <translation>{0} × {0} pixels</translation>
  </message>
  <message>
   <source>{0} × {1} pixels</source>
   <translation>{0} × {1} pixels</translation>
  </message>
 </context>
 <context>
  <name>NameField</name>
  <message>
   <source>Name of the person</source>
   <translation>Nom de la personne</translation>
  </message>
 </context>
 <context>
  <name>NamesBar</name>
  <message>
   <source>It stays in the Cluster menu</source>
   <translation>Cela reste dans le menu Groupe</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Pas maintenant</translation>
  </message>
  <message>
   <source>Take over names…</source>
   <translation>Reprendre des noms…</translation>
  </message>
  <message>
   <source>Your photos have keywords from another program: they can name the clusters.</source>
   <translation>Vos photos portent des mots-clés d’un autre programme : ils peuvent nommer les groupes.</translation>
  </message>
  <message>
   <source>{0} of your folders has a name: it can name a cluster.</source>
   <translation>{0} de vos dossiers porte un nom : il peut nommer un groupe.</translation>
  </message>
  <message>
   <source>{0} of your folders have names: they can name the clusters.</source>
   <translation>{0} de vos dossiers portent un nom : ils peuvent nommer les groupes.</translation>
  </message>
 </context>
 <context>
  <name>NamesDialog</name>
  <message>
   <source>All</source>
   <translation>Tout</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Keywords (digiKam, Lightroom and others)</source>
   <translation>Mots-clés (digiKam, Lightroom et autres)</translation>
  </message>
  <message>
   <source>Looking for names…</source>
   <translation>Recherche des noms…</translation>
  </message>
  <message>
   <source>Names of folders</source>
   <translation>Noms des dossiers</translation>
  </message>
  <message>
   <source>No folder has a name that says what is in it.</source>
   <translation>Aucun dossier n’a un nom qui dit ce qu’il contient.</translation>
  </message>
  <message>
   <source>No photo has keywords, neither in itself nor in a file beside it.</source>
   <translation>Aucune photo n’a de mots-clés, ni en elle-même ni dans un fichier à côté.</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Aucun</translation>
  </message>
  <message>
   <source>One Undo takes all of it back. No file is changed.</source>
   <translation>Une seule annulation défait le tout. Aucun fichier n’est modifié.</translation>
  </message>
  <message>
   <source>Reading the keywords of {0} of {1} photos…</source>
   <translation>Lecture des mots-clés de {0} photos sur {1}…</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Reprendre</translation>
  </message>
  <message>
   <source>Take over names</source>
   <translation>Reprendre des noms</translation>
  </message>
  <message>
   <source>This names {0} and pins {1}.</source>
   <translation>Cela nomme {0} et épingle {1}.</translation>
  </message>
  <message>
   <source>Tick the names that you want.</source>
   <translation>Cochez les noms que vous voulez.</translation>
  </message>
  <message>
   <source>Which names shall become clusters? Their photos stay in them through every retrain.</source>
   <translation>Quels noms doivent devenir des groupes ? Leurs photos y restent à chaque réentraînement.</translation>
  </message>
  <message>
   <source>{0} cluster</source>
   <translation>{0} groupe</translation>
  </message>
  <message>
   <source>{0} clusters</source>
   <translation>{0} groupes</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photo has a place that you gave it, and stays there.</source>
   <translation>{0} photo a déjà une place que vous lui avez donnée, et y reste.</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0} photos have a place that you gave them, and stay there.</source>
   <translation>{0} photos ont déjà une place que vous leur avez donnée, et y restent.</translation>
  </message>
 </context>
 <context>
  <name>NamesTree</name>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Names that can be taken over</source>
   <translation>Noms qui peuvent être repris</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
 </context>
 <context>
  <name>Nobody</name>
  <message>
   <source>Find people</source>
   <translation>Trouver les personnes</translation>
  </message>
  <message>
   <source>No people were found yet. Faces are looked for while nothing else is being done.</source>
   <translation>Personne n’a encore été trouvé. Les visages sont cherchés quand rien d’autre n’est en cours.</translation>
  </message>
  <message>
   <source>Photoloom can find the people on your photos. Faces are looked for and grouped on this computer; nothing leaves it.</source>
   <translation>Photoloom peut trouver les personnes sur vos photos. Les visages sont cherchés et regroupés sur cet ordinateur ; rien n’en sort.</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>Look again</source>
   <translation>Regarder à nouveau</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>{0} is not there: its drive may be unplugged, or the share down. Nothing is forgotten.</source>
   <translation>{0} n’est pas là : son disque est peut-être débranché, ou le partage arrêté. Rien n’est oublié.</translation>
  </message>
 </context>
 <context>
  <name>OutcomeLine</name>
  <message>
   <source>Receipt</source>
   <translation>Reçu</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>What became of each file</source>
   <translation>Ce qu’est devenu chaque fichier</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
 </context>
 <context>
  <name>Outcomes</name>
  <message>
   <source>1 changed</source>
   <translation>1 modifiée</translation>
  </message>
  <message>
   <source>1 gone</source>
   <translation>1 disparue</translation>
  </message>
  <message>
   <source>1 moved or renamed</source>
   <translation>1 déplacée ou renommée</translation>
  </message>
  <message>
   <source>1 new</source>
   <translation>1 nouvelle</translation>
  </message>
  <message>
   <source>Scanned: {0}</source>
   <translation>Dossier relu : {0}</translation>
  </message>
  <message>
   <source>nothing has changed</source>
   <translation>rien n’a changé</translation>
  </message>
  <message>
   <source>{0} changed</source>
   <translation>{0} modifiées</translation>
  </message>
  <message>
   <source>{0} gone</source>
   <translation>{0} disparues</translation>
  </message>
  <message>
   <source>{0} moved or renamed</source>
   <translation>{0} déplacées ou renommées</translation>
  </message>
  <message>
   <source>{0} new</source>
   <translation>{0} nouvelles</translation>
  </message>
 </context>
 <context>
  <name>PackOffer</name>
  <message>
   <source>No, thank you</source>
   <translation>Non merci</translation>
  </message>
  <message>
   <source>See more…</source>
   <translation>En savoir plus…</translation>
  </message>
 </context>
 <context>
  <name>PackRow</name>
  <message>
   <source>Keep it</source>
   <translation>Le garder</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Remove it?</source>
   <translation>Le supprimer ?</translation>
  </message>
 </context>
 <context>
  <name>Pages</name>
  <message>
   <source>Nothing to show yet</source>
   <translation>Rien à montrer pour l’instant</translation>
  </message>
  <message>
   <source>There are no pictures in {0}, or none that could be read.</source>
   <translation>Il n’y a pas d’images dans {0}, ou aucune n’a pu être lue.</translation>
  </message>
  <message>
   <source>This folder could not be opened</source>
   <translation>Ce dossier n’a pas pu être ouvert</translation>
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
   <source>No cluster is called that.</source>
   <translation>Aucun groupe ne s’appelle ainsi.</translation>
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
  <name>People</name>
  <message>
   <source>All faces of this person look alike. Drag photos of somebody else onto another person.</source>
   <translation>Tous les visages de cette personne se ressemblent. Glissez les photos de quelqu’un d’autre sur une autre personne.</translation>
  </message>
 </context>
 <context>
  <name>PeopleDesk</name>
  <message>
   <source>All faces are forgotten, and none are looked for.</source>
   <translation>Tous les visages sont oubliés, et aucun n’est plus cherché.</translation>
  </message>
  <message>
   <source>{0} may still hold faces: a damaged catalog that was kept. Delete it to be rid of it.</source>
   <translation>{0} peut encore contenir des visages : un catalogue endommagé qui a été gardé. Supprimez-le pour vous en défaire.</translation>
  </message>
 </context>
 <context>
  <name>PeoplePage</name>
  <message>
   <source>Faces are looked for and grouped on this computer, while nothing else is being done; nothing leaves it. What was found stays where this is switched off.</source>
   <translation>Les visages sont cherchés et regroupés sur cet ordinateur, quand rien d’autre n’est en cours ; rien n’en sort. Ce qui a été trouvé reste quand ceci est désactivé.</translation>
  </message>
  <message>
   <source>Find people on the photos of this library</source>
   <translation>Trouver les personnes sur les photos de cette bibliothèque</translation>
  </message>
  <message>
   <source>Forget all faces…</source>
   <translation>Oublier tous les visages…</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>You see first what would be gone. Your photos stay as they are.</source>
   <translation>Vous voyez d’abord ce qui disparaîtrait. Vos photos restent comme elles sont.</translation>
  </message>
 </context>
 <context>
  <name>PeopleShelf</name>
  <message>
   <source>Hidden persons</source>
   <translation>Personnes masquées</translation>
  </message>
  <message>
   <source>PEOPLE</source>
   <translation>PERSONNES</translation>
  </message>
  <message>
   <source>Persons that you have hidden: they are in no list, and make no group.</source>
   <translation>Les personnes que vous avez masquées : elles ne sont dans aucune liste et ne forment aucun groupe.</translation>
  </message>
  <message>
   <source>Photos with a face that you said is a stranger's.</source>
   <translation>Les photos avec un visage que vous avez dit inconnu.</translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Les montrer</translation>
  </message>
  <message>
   <source>Show them no longer</source>
   <translation>Ne plus les montrer</translation>
  </message>
  <message>
   <source>Strangers</source>
   <translation>Inconnus</translation>
  </message>
 </context>
 <context>
  <name>PersonDelegate</name>
  <message>
   <source>Who is this?</source>
   <translation>Qui est-ce ?</translation>
  </message>
 </context>
 <context>
  <name>PersonList</name>
  <message>
   <source>Merge {0} into {1}</source>
   <translation>Fusionner {0} avec {1}</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>{0} photo shows {1}</source>
   <translation>{0} photo montre {1}</translation>
  </message>
  <message>
   <source>{0} photos show {1}</source>
   <translation>{0} photos montrent {1}</translation>
  </message>
 </context>
 <context>
  <name>PersonModel</name>
  <message>
   <source>hidden</source>
   <translation>masquée</translation>
  </message>
  <message>
   <source>{0} of them found</source>
   <translation>dont {0} trouvées</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>PhotoEnd</name>
  <message>
   <source>Choose another photo</source>
   <translation>Choisir une autre photo</translation>
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
   <source>No photos to show yet</source>
   <translation>Pas encore de photos à montrer</translation>
  </message>
  <message>
   <source>Nothing is found</source>
   <translation>Rien n’a été trouvé</translation>
  </message>
  <message>
   <source>The map appears as soon as the photos have a place on it</source>
   <translation>La carte apparaît dès que les photos y ont une place</translation>
  </message>
  <message>
   <source>This map is not laid out yet. It follows with the next retrain.</source>
   <translation>Cette carte n’est pas encore dessinée. Elle suivra avec le prochain réentraînement.</translation>
  </message>
 </context>
 <context>
  <name>PhotoPane</name>
  <message>
   <source>Only the thumbnail: {reason}</source>
   <translation>Vignette seulement : {reason}</translation>
  </message>
 </context>
 <context>
  <name>PhotoWall</name>
  <message>
   <source>Choose a photo</source>
   <translation>Choisir une photo</translation>
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
  <name>PictureSheet</name>
  <message>
   <source>{0} picture</source>
   <translation>{0} image</translation>
  </message>
  <message>
   <source>{0} pictures</source>
   <translation>{0} images</translation>
  </message>
 </context>
 <context>
  <name>PictureWall</name>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
 </context>
 <context>
  <name>Pictures</name>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>PlanModel</name>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>Goes with its photo</source>
   <translation>Suit sa photo</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Remarque</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Remis en place</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>The name is taken: it gets a number</source>
   <translation>Le nom est pris : il reçoit un numéro</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Vers</translation>
  </message>
  <message>
   <source>Trash</source>
   <translation>Corbeille</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>PlanStep</name>
  <message>
   <source>All</source>
   <translation>Tout</translation>
  </message>
  <message>
   <source>Clashes</source>
   <translation>Noms pris</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Laissés</translation>
  </message>
  <message>
   <source>Nothing was done</source>
   <translation>Rien n’a été fait</translation>
  </message>
  <message>
   <source>Which rows are shown</source>
   <translation>Lignes affichées</translation>
  </message>
  <message>
   <source>{0} files</source>
   <translation>{0} fichiers</translation>
  </message>
  <message>
   <source>{0} files done</source>
   <translation>{0} fichiers traités</translation>
  </message>
  <message>
   <source>{0} free on {1}</source>
   <translation>{0} libres sur {1}</translation>
  </message>
  <message>
   <source>{0} get another name, as theirs is taken</source>
   <translation>{0} reçoivent un autre nom, le leur étant pris</translation>
  </message>
  <message>
   <source>{0} has no trash: a folder on it takes them</source>
   <translation>{0} n’a pas de corbeille : un dossier du disque les reçoit</translation>
  </message>
  <message>
   <source>{0} left</source>
   <translation>{0} laissés</translation>
  </message>
  <message>
   <source>{0} left: {1}</source>
   <translation>{0} laissés : {1}</translation>
  </message>
  <message>
   <source>{0} put back</source>
   <translation>{0} remis en place</translation>
  </message>
 </context>
 <context>
  <name>PlanTable</name>
  <message>
   <source>A cluster that is no more</source>
   <translation>Un groupe qui n’existe plus</translation>
  </message>
  <message>
   <source>Cluster without a name</source>
   <translation>Groupe sans nom</translation>
  </message>
  <message>
   <source>In no cluster</source>
   <translation>Dans aucun groupe</translation>
  </message>
  <message>
   <source>What happens to each file</source>
   <translation>Ce qui arrive à chaque fichier</translation>
  </message>
 </context>
 <context>
  <name>Preferences</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Préférences</translation>
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
  <name>ProgramDesk</name>
  <message>
   <source>All data</source>
   <translation>Toutes les données</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Licences</translation>
  </message>
  <message>
   <source>Logs</source>
   <translation>Journaux</translation>
  </message>
  <message>
   <source>Open its page</source>
   <translation>Ouvrir sa page</translation>
  </message>
  <message>
   <source>Photoloom {0} is there.</source>
   <translation>Photoloom {0} est disponible.</translation>
  </message>
  <message>
   <source>Processor, {0} core</source>
   <translation>Processeur, {0} cœur</translation>
  </message>
  <message>
   <source>Processor, {0} cores</source>
   <translation>Processeur, {0} cœurs</translation>
  </message>
  <message>
   <source>Reading the licences…</source>
   <translation>Lecture des licences…</translation>
  </message>
  <message>
   <source>The GPU pack is installed: Photoloom computes with it from now on.</source>
   <translation>Le module GPU est installé : Photoloom calcule désormais avec lui.</translation>
  </message>
  <message>
   <source>The GPU pack is removed: the processor computes from now on.</source>
   <translation>Le module GPU est supprimé : c’est désormais le processeur qui calcule.</translation>
  </message>
  <message>
   <source>This library</source>
   <translation>Cette bibliothèque</translation>
  </message>
  <message>
   <source>What Photoloom is made of, and under which licences.</source>
   <translation>De quoi Photoloom est fait, et sous quelles licences.</translation>
  </message>
 </context>
 <context>
  <name>ProgressStrip</name>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>about {0} left</source>
   <translation>encore {0} environ</translation>
  </message>
  <message>
   <source>{0} cluster</source>
   <translation>{0} groupe</translation>
  </message>
  <message>
   <source>{0} cluster now, {1} before</source>
   <translation>{0} groupe désormais, {1} auparavant</translation>
  </message>
  <message>
   <source>{0} cluster now, {1} before; a retrain keeps as many</source>
   <translation>{0} groupe désormais, {1} auparavant ; réentraîner en garde autant</translation>
  </message>
  <message>
   <source>{0} clusters</source>
   <translation>{0} groupes</translation>
  </message>
  <message>
   <source>{0} clusters now, {1} before</source>
   <translation>{0} groupes désormais, {1} auparavant</translation>
  </message>
  <message>
   <source>{0} clusters now, {1} before; a retrain keeps as many</source>
   <translation>{0} groupes désormais, {1} auparavant ; réentraîner en garde autant</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0} selected</source>
   <translation>sélection : {0}</translation>
  </message>
  <message>
   <source>{0} unread</source>
   <translation>illisibles : {0}</translation>
  </message>
  <message>
   <source>{0} video, left alone</source>
   <translation>{0} vidéo, laissée telle quelle</translation>
  </message>
  <message>
   <source>{0} videos, left alone</source>
   <translation>{0} vidéos, laissées telles quelles</translation>
  </message>
 </context>
 <context>
  <name>ProposalBar</name>
  <message>
   <source>1 would be new</source>
   <translation>1 serait nouveau</translation>
  </message>
  <message>
   <source>Ask me</source>
   <translation>Poser les questions</translation>
  </message>
  <message>
   <source>Close this message</source>
   <translation>Fermer ce message</translation>
  </message>
  <message>
   <source>Going back: {0}.</source>
   <translation>Retour en arrière : {0}.</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Laisser</translation>
  </message>
  <message>
   <source>Nothing would get better.</source>
   <translation>Rien ne s’améliorerait.</translation>
  </message>
  <message>
   <source>Nothing would get better: {0} photo is in doubt.</source>
   <translation>Rien ne s’améliorerait : {0} photo est douteuse.</translation>
  </message>
  <message>
   <source>Nothing would get better: {0} photos are in doubt.</source>
   <translation>Rien ne s’améliorerait : {0} photos sont douteuses.</translation>
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
   <source>{0} cluster would go</source>
   <translation>{0} groupe disparaîtrait</translation>
  </message>
  <message>
   <source>{0} clusters would go</source>
   <translation>{0} groupes disparaîtraient</translation>
  </message>
  <message>
   <source>{0} photo would move</source>
   <translation>{0} photo se déplacerait</translation>
  </message>
  <message>
   <source>{0} photos would move</source>
   <translation>{0} photos se déplaceraient</translation>
  </message>
  <message>
   <source>{0} would be new</source>
   <translation>{0} seraient nouveaux</translation>
  </message>
 </context>
 <context>
  <name>Proposals</name>
  <message>
   <source>Nothing has moved.</source>
   <translation>Rien n’a bougé.</translation>
  </message>
  <message>
   <source>Retrained: every photo stays where it is.</source>
   <translation>Réentraîné : chaque photo reste où elle est.</translation>
  </message>
  <message>
   <source>Retrained: {0} photo has moved.</source>
   <translation>Réentraîné : {0} photo a changé de groupe.</translation>
  </message>
  <message>
   <source>Retrained: {0} photos have moved.</source>
   <translation>Réentraîné : {0} photos ont changé de groupe.</translation>
  </message>
  <message>
   <source>{0} photo has moved</source>
   <translation>{0} photo a changé de groupe</translation>
  </message>
  <message>
   <source>{0} photos have moved</source>
   <translation>{0} photos ont changé de groupe</translation>
  </message>
  <message>
   <source>{0} refusal is kept: it teaches.</source>
   <translation>{0} refus est conservé : il servira d’exemple.</translation>
  </message>
  <message>
   <source>{0} refusal kept</source>
   <translation>{0} refus conservé</translation>
  </message>
  <message>
   <source>{0} refusals are kept: they teach.</source>
   <translation>{0} refus sont conservés : ils serviront d’exemples.</translation>
  </message>
  <message>
   <source>{0} refusals kept</source>
   <translation>{0} refus conservés</translation>
  </message>
 </context>
 <context>
  <name>ReadOnlyBar</name>
  <message>
   <source>Open the library again, to see whether it can be written now</source>
   <translation>Rouvrir la bibliothèque, pour voir si elle peut être écrite maintenant</translation>
  </message>
  <message>
   <source>This library can only be looked at: its drive is read-only ({0}). Nothing is changed.</source>
   <translation>Cette bibliothèque peut seulement être regardée : son disque est en lecture seule ({0}). Rien n’est modifié.</translation>
  </message>
  <message>
   <source>This library can only be looked at: you may not write to {0}. Nothing is changed.</source>
   <translation>Cette bibliothèque peut seulement être regardée : vous n’avez pas le droit d’écrire dans {0}. Rien n’est modifié.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
 </context>
 <context>
  <name>ReconstructionView</name>
  <message>
   <source>A few numbers are kept of each photo. On the right are the photos with the most similar numbers, this one left out, mixed by how near they are: what is blurred was not kept.</source>
   <translation>Quelques nombres sont gardés de chaque photo. À droite, les photos aux nombres les plus semblables, sans celle-ci, mêlées selon leur proximité : ce qui est flou n’a pas été gardé.</translation>
  </message>
  <message>
   <source>Select a photo to see what is kept of it.</source>
   <translation>Sélectionnez une photo pour voir ce qui en est gardé.</translation>
  </message>
  <message>
   <source>Squared error: {0}</source>
   <translation>Erreur quadratique : {0}</translation>
  </message>
  <message>
   <source>The current photo</source>
   <translation>La photo actuelle</translation>
  </message>
  <message>
   <source>The mean squared error of what is redrawn: 0 is the photo itself.</source>
   <translation>L’erreur quadratique moyenne de ce qui est redessiné : 0 est la photo elle-même.</translation>
  </message>
  <message>
   <source>What it remembers</source>
   <translation>Ce qu’il en retient</translation>
  </message>
 </context>
 <context>
  <name>RejectedSheet</name>
  <message>
   <source>A click takes a mark away. The trash is counted once more, and Undo brings photos back.</source>
   <translation>Un clic enlève une marque. La corbeille est comptée encore une fois, et Annuler ramène les photos.</translation>
  </message>
  <message>
   <source>Back to the photos; the marks stay</source>
   <translation>Retour aux photos ; les marques restent</translation>
  </message>
  <message>
   <source>Back to the review</source>
   <translation>Retour à la revue</translation>
  </message>
  <message>
   <source>Clear marks</source>
   <translation>Effacer les marques</translation>
  </message>
  <message>
   <source>Keep them marked</source>
   <translation>Les garder marquées</translation>
  </message>
  <message>
   <source>Move {0} photo to the trash…</source>
   <translation>Mettre {0} photo à la corbeille…</translation>
  </message>
  <message>
   <source>Move {0} photos to the trash…</source>
   <translation>Mettre {0} photos à la corbeille…</translation>
  </message>
  <message>
   <source>No photo is rejected</source>
   <translation>Aucune photo n’est rejetée</translation>
  </message>
  <message>
   <source>None of them is rejected any more</source>
   <translation>Plus aucune n’est rejetée</translation>
  </message>
  <message>
   <source>Nothing happens to them; the marks are there the next time</source>
   <translation>Il ne leur arrive rien ; les marques seront là la prochaine fois</translation>
  </message>
  <message>
   <source>{0} rejected photo</source>
   <translation>{0} photo rejetée</translation>
  </message>
  <message>
   <source>{0} rejected photos</source>
   <translation>{0} photos rejetées</translation>
  </message>
 </context>
 <context>
  <name>ReplayBar</name>
  <message>
   <source>Before there were clusters: {0} of {1}</source>
   <translation>Avant les groupes : {0} sur {1}</translation>
  </message>
  <message>
   <source>Its first replay has to be drawn, and the library cannot be written.</source>
   <translation>Sa première relecture doit être dessinée, et la bibliothèque ne peut pas être écrite.</translation>
  </message>
  <message>
   <source>Its first replay has to be drawn: that needs the photos, and they are away.</source>
   <translation>Sa première relecture reste à dessiner : il faut pour cela les photos, et elles ne sont pas là.</translation>
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
   <source>The engine is busy: the replay follows as soon as it is free.</source>
   <translation>Le moteur est occupé : la relecture suivra dès qu’il sera libre.</translation>
  </message>
  <message>
   <source>The map shows how it learns, until you press on it.</source>
   <translation>La carte montre l’apprentissage, jusqu’à ce que vous cliquiez dessus.</translation>
  </message>
  <message>
   <source>Update {0} of {1}</source>
   <translation>Mise à jour {0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>ReportDialog</name>
  <message>
   <source>Reading the logs…</source>
   <translation>Lecture des journaux…</translation>
  </message>
  <message>
   <source>Save a report</source>
   <translation>Enregistrer un rapport</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Enregistrer…</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>Afficher le journal</translation>
  </message>
  <message>
   <source>This is all that the report says. Names and paths of your photos are taken out; read it, and delete what else you do not want to tell. It is saved as a file on this computer, and sent by nobody but you.</source>
   <translation>Voici tout ce que dit le rapport. Les noms et les chemins de vos photos en sont retirés ; lisez-le, et effacez ce que vous ne voulez pas dire. Il est enregistré dans un fichier sur cet ordinateur, et personne d’autre que vous ne l’envoie.</translation>
  </message>
 </context>
 <context>
  <name>Reports</name>
  <message>
   <source>Save a report</source>
   <translation>Enregistrer un rapport</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Texte (*.txt)</translation>
  </message>
  <message>
   <source>The report is saved as {0}. Nobody has been sent anything.</source>
   <translation>Le rapport est enregistré sous {0}. Rien n’a été envoyé à personne.</translation>
  </message>
  <message>
   <source>There is no log: nothing has gone wrong so far.</source>
   <translation>Il n’y a pas de journal : rien ne s’est mal passé jusqu’ici.</translation>
  </message>
 </context>
 <context>
  <name>Results</name>
  <message>
   <source>1 where two methods make the same clusters, 0 where those of one say nothing of the other's.</source>
   <translation>1 si deux méthodes font les mêmes groupes, 0 si ceux de l’une ne disent rien de ceux de l’autre.</translation>
  </message>
  <message>
   <source>Each dot is a photo at its place on your map. Clusters that are yours have the colours you know.</source>
   <translation>Chaque point est une photo, à sa place sur votre carte. Les groupes qui sont les vôtres ont les couleurs que vous connaissez.</translation>
  </message>
  <message>
   <source>Shows first what would move, unless you turned that off. Corrections hold; Undo takes it back.</source>
   <translation>Montre d’abord ce qui serait déplacé, sauf si vous l’avez désactivé. Vos corrections restent, et Annuler revient en arrière.</translation>
  </message>
  <message>
   <source>Use the result of {0}</source>
   <translation>Prendre le résultat de {0}</translation>
  </message>
  <message>
   <source>What they see</source>
   <translation>Ce qu’elles voient</translation>
  </message>
  <message>
   <source>Who agrees with whom</source>
   <translation>Qui est d’accord avec qui</translation>
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
   <source>Click a photo to refuse it: it stays where it is, and no retrain moves it there.</source>
   <translation>Cliquez sur une photo pour la refuser : elle reste où elle est, et aucun réentraînement ne l’y déplacera.</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Décider plus tard</translation>
  </message>
  <message>
   <source>Diagram</source>
   <translation>Diagramme</translation>
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
   <source>Move nothing, keep {0} refusal</source>
   <translation>Ne rien déplacer, garder {0} refus</translation>
  </message>
  <message>
   <source>Move nothing, keep {0} refusals</source>
   <translation>Ne rien déplacer, garder {0} refus</translation>
  </message>
  <message>
   <source>Move {0} photo</source>
   <translation>Déplacer {0} photo</translation>
  </message>
  <message>
   <source>Move {0} photos</source>
   <translation>Déplacer {0} photos</translation>
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
   <source>Photos that would move</source>
   <translation>Photos qui se déplaceraient</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Show as</source>
   <translation>Afficher en</translation>
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
   <source>goes</source>
   <translation>disparaît</translation>
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
  <name>ReviewFoot</name>
  <message>
   <source>Compare with those that follow</source>
   <translation>Comparer avec celles qui suivent</translation>
  </message>
  <message>
   <source>Its own pixels, or the whole photo</source>
   <translation>Ses propres pixels, ou la photo entière</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Garder</translation>
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
   <source>Reject</source>
   <translation>Rejeter</translation>
  </message>
  <message>
   <source>Undecided</source>
   <translation>Indécise</translation>
  </message>
 </context>
 <context>
  <name>ReviewHead</name>
  <message>
   <source>As in other programs; Shift with the key, or Caps Lock, goes on as well</source>
   <translation>Comme dans d’autres programmes ; Maj avec la touche, ou Verr. Maj, avance aussi</translation>
  </message>
  <message>
   <source>Back to the photos; the marks stay</source>
   <translation>Retour aux photos ; les marques restent</translation>
  </message>
  <message>
   <source>Deal with the rejected one…</source>
   <translation>S’occuper de la photo rejetée…</translation>
  </message>
  <message>
   <source>Deal with the {0} rejected…</source>
   <translation>S’occuper des {0} rejetées…</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Go on after a mark</source>
   <translation>Avancer après une marque</translation>
  </message>
  <message>
   <source>{0} kept</source>
   <translation>{0} gardées</translation>
  </message>
  <message>
   <source>{0} rejected</source>
   <translation>{0} rejetées</translation>
  </message>
  <message>
   <source>{0} undecided</source>
   <translation>{0} indécises</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>RuleBar</name>
  <message>
   <source>Later</source>
   <translation>Plus tard</translation>
  </message>
  <message>
   <source>Review…</source>
   <translation>Voir…</translation>
  </message>
  <message>
   <source>The cluster has no action of its own any more</source>
   <translation>Le groupe n’a plus d’action à lui</translation>
  </message>
  <message>
   <source>Turn off</source>
   <translation>Désactiver</translation>
  </message>
  <message>
   <source>{0} new photo in {1} is waiting for the action of its cluster.</source>
   <translation>{0} nouvelle photo dans {1} attend l’action de son groupe.</translation>
  </message>
  <message>
   <source>{0} new photo in {1} is waiting for the trash.</source>
   <translation>{0} nouvelle photo dans {1} attend d’aller à la corbeille.</translation>
  </message>
  <message>
   <source>{0} new photo in {1} is waiting to be moved to {2}.</source>
   <translation>{0} nouvelle photo dans {1} attend d’être déplacée vers {2}.</translation>
  </message>
  <message>
   <source>{0} new photos in {1} are waiting for the action of their cluster.</source>
   <translation>{0} nouvelles photos dans {1} attendent l’action de leur groupe.</translation>
  </message>
  <message>
   <source>{0} new photos in {1} are waiting for the trash.</source>
   <translation>{0} nouvelles photos dans {1} attendent d’aller à la corbeille.</translation>
  </message>
  <message>
   <source>{0} new photos in {1} are waiting to be moved to {2}.</source>
   <translation>{0} nouvelles photos dans {1} attendent d’être déplacées vers {2}.</translation>
  </message>
 </context>
 <context>
  <name>RuleDialog</name>
  <message>
   <source>Action</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Action of its own</source>
   <translation>Action propre</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Choose a folder…</source>
   <translation>Choisir un dossier…</translation>
  </message>
  <message>
   <source>Move to a folder</source>
   <translation>Déplacer vers un dossier</translation>
  </message>
  <message>
   <source>Move to the trash</source>
   <translation>Mettre à la corbeille</translation>
  </message>
  <message>
   <source>No folder is chosen yet.</source>
   <translation>Aucun dossier n’est encore choisi.</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Définir</translation>
  </message>
  <message>
   <source>Shown on</source>
   <translation>Proposée le</translation>
  </message>
  <message>
   <source>Turn off</source>
   <translation>Désactiver</translation>
  </message>
  <message>
   <source>What shall be proposed for the photos that land in {0} from now on?</source>
   <translation>Que proposer désormais pour les photos qui arrivent dans {0} ?</translation>
  </message>
  <message>
   <source>Where shall the photos go?</source>
   <translation>Où les photos doivent-elles aller ?</translation>
  </message>
  <message>
   <source>You see every photo first: nothing is done by itself.</source>
   <translation>Vous voyez d’abord chaque photo : rien ne se fait tout seul.</translation>
  </message>
 </context>
 <context>
  <name>RunningStep</name>
  <message>
   <source>A drive does not answer: {0}. Plug it in again, and it goes on by itself; or stop, and what is done stays.</source>
   <translation>Un disque ne répond pas : {0}. Rebranchez-le, et tout reprend ; ou arrêtez, et ce qui est fait reste fait.</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>Putting photos back</source>
   <translation>Remise en place des photos</translation>
  </message>
  <message>
   <source>Putting {0} photo back</source>
   <translation>Remise en place de {0} photo</translation>
  </message>
  <message>
   <source>Putting {0} photos back</source>
   <translation>Remise en place de {0} photos</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Arrêt…</translation>
  </message>
  <message>
   <source>The disk is full: {0}. Make room there, and it goes on by itself; or stop, and what is done stays.</source>
   <translation>Le disque est plein : {0}. Faites-y de la place, et tout reprend ; ou arrêtez, et ce qui est fait reste fait.</translation>
  </message>
  <message>
   <source>Waiting for room</source>
   <translation>En attente de place</translation>
  </message>
  <message>
   <source>Waiting for the drive</source>
   <translation>En attente du disque</translation>
  </message>
  <message>
   <source>about {0} left</source>
   <translation>encore {0} environ</translation>
  </message>
  <message>
   <source>the target</source>
   <translation>la destination</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
  <message>
   <source>{0} of {1} files</source>
   <translation>{0} fichiers sur {1}</translation>
  </message>
 </context>
 <context>
  <name>Safety</name>
  <message>
   <source>{0} missing photo was forgotten; what you said of it is kept.</source>
   <translation>{0} photo manquante a été oubliée ; ce que vous en avez dit est gardé.</translation>
  </message>
  <message>
   <source>{0} missing photos were forgotten; what you said of them is kept.</source>
   <translation>{0} photos manquantes ont été oubliées ; ce que vous en avez dit est gardé.</translation>
  </message>
 </context>
 <context>
  <name>SavingMap</name>
  <message>
   <source>Drawing for any size (*.svg)</source>
   <translation>Dessin pour toute taille (*.svg)</translation>
  </message>
  <message>
   <source>Picture as it is seen (*.png)</source>
   <translation>Image telle qu’on la voit (*.png)</translation>
  </message>
  <message>
   <source>Save the map as a picture</source>
   <translation>Enregistrer la carte comme image</translation>
  </message>
  <message>
   <source>The map is saved as {0}.</source>
   <translation>La carte est enregistrée sous {0}.</translation>
  </message>
  <message>
   <source>{0} map {1}</source>
   <translation>{0} carte {1}</translation>
  </message>
 </context>
 <context>
  <name>SeeBetter</name>
  <message>
   <source>The model pack {0} is added: look with it on the page See better.</source>
   <translation>Le module de vision {0} est ajouté : regardez avec lui à la page Mieux voir.</translation>
  </message>
  <message>
   <source>Your photos are sorted by what {0} sees. Undo brings back how they were.</source>
   <translation>Vos photos sont triées selon ce que voit {0}. Annuler les remet comme elles étaient.</translation>
  </message>
 </context>
 <context>
  <name>SeeBetterPage</name>
  <message>
   <source>A model pack is a better network to look with. It is added once, and works without a network.</source>
   <translation>Un module de vision est un meilleur réseau de neurones pour regarder les photos. On l’ajoute une fois, et il fonctionne hors ligne.</translation>
  </message>
  <message>
   <source>ADD ONE</source>
   <translation>EN AJOUTER UN</translation>
  </message>
  <message>
   <source>Add it ({0})</source>
   <translation>L’ajouter ({0})</translation>
  </message>
  <message>
   <source>Address, folder or zip file</source>
   <translation>Adresse, dossier ou fichier zip</translation>
  </message>
  <message>
   <source>Choose a model pack</source>
   <translation>Choisir un module de vision</translation>
  </message>
  <message>
   <source>Choose the folder of a model pack</source>
   <translation>Choisir le dossier d’un module de vision</translation>
  </message>
  <message>
   <source>File…</source>
   <translation>Fichier…</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>Dossier…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>Utilisé</translation>
  </message>
  <message>
   <source>It was stopped; what has been fetched is kept.</source>
   <translation>Arrêté ; ce qui a été téléchargé est gardé.</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Regarder</translation>
  </message>
  <message>
   <source>Look with it</source>
   <translation>Regarder avec</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Recherche…</translation>
  </message>
  <message>
   <source>MODEL PACKS</source>
   <translation>MODULES DE VISION</translation>
  </message>
  <message>
   <source>Model packs (*.zip pack.json)</source>
   <translation>Modules de vision (*.zip pack.json)</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>Removing…</source>
   <translation>Suppression…</translation>
  </message>
  <message>
   <source>See better</source>
   <translation>Mieux voir</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>The exports of CLIP and SigLIP 2 that the Immich project publishes on Hugging Face are read as they are, and so are ONNX exports of DINOv2: give the address of one's page. Photoloom asks nobody before.</source>
   <translation>Les exports de CLIP et de SigLIP 2 que le projet Immich publie sur Hugging Face sont lus tels quels, comme les exports ONNX de DINOv2 : donnez l’adresse de la page. Avant cela, Photoloom n’interroge personne.</translation>
  </message>
  <message>
   <source>Trying it out…</source>
   <translation>Essai en cours…</translation>
  </message>
  <message>
   <source>Where the model pack is</source>
   <translation>Où se trouve le module de vision</translation>
  </message>
  <message>
   <source>Your photos are sorted by what it sees: look with another first</source>
   <translation>Vos photos sont triées selon ce qu’il voit : regardez d’abord avec un autre</translation>
  </message>
  <message>
   <source>about {0} left</source>
   <translation>encore {0} environ</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>SeeView</name>
  <message>
   <source>How it learned</source>
   <translation>Comment il a appris</translation>
  </message>
  <message>
   <source>Move over the map, or use the arrow keys: the model draws what lies there.</source>
   <translation>Déplacez la souris sur la carte, ou utilisez les flèches : le modèle dessine ce qui s’y trouve.</translation>
  </message>
  <message>
   <source>Walk</source>
   <translation>Parcourir</translation>
  </message>
  <message>
   <source>What the model draws there</source>
   <translation>Ce que le modèle y dessine</translation>
  </message>
  <message>
   <source>What the model draws there. Most of it is in no photo.</source>
   <translation>Ce que le modèle y dessine. La plupart n’est sur aucune photo.</translation>
  </message>
 </context>
 <context>
  <name>ShootoutPage</name>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Choose some, and compare them on your own photos.</source>
   <translation>Choisissez-en quelques-unes et comparez-les sur vos propres photos.</translation>
  </message>
  <message>
   <source>Compare methods</source>
   <translation>Comparer les méthodes</translation>
  </message>
  <message>
   <source>The first method is at work…</source>
   <translation>La première méthode est à l’œuvre…</translation>
  </message>
  <message>
   <source>Which method sorts most like you do?</source>
   <translation>Quelle méthode trie le plus comme vous ?</translation>
  </message>
  <message>
   <source>{0} photos, sorted by several methods into as many clusters each</source>
   <translation>{0} photos, triées par plusieurs méthodes, chacune en autant de groupes</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Add to the selection</source>
   <translation>Ajouter à la sélection</translation>
  </message>
  <message>
   <source>All as before</source>
   <translation>Tout comme avant</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>Groupes</translation>
  </message>
  <message>
   <source>Compare side by side</source>
   <translation>Comparer côte à côte</translation>
  </message>
  <message>
   <source>Facts about the photo</source>
   <translation>Informations sur la photo</translation>
  </message>
  <message>
   <source>Filmstrip</source>
   <translation>Bande de vignettes</translation>
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
   <source>Go to the nearest photo there</source>
   <translation>Aller à la photo la plus proche</translation>
  </message>
  <message>
   <source>Keep, reject, undecided</source>
   <translation>Garder, rejeter, indécise</translation>
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
   <source>Mark and go on</source>
   <translation>Marquer et avancer</translation>
  </message>
  <message>
   <source>Menu of what has the keys</source>
   <translation>Menu de ce qui a le clavier</translation>
  </message>
  <message>
   <source>Merge with another</source>
   <translation>Fusionner avec un autre</translation>
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
   <source>Review</source>
   <translation>Revue</translation>
  </message>
  <message>
   <source>Select and copy its text</source>
   <translation>Sélectionner et copier son texte</translation>
  </message>
  <message>
   <source>Select its photos</source>
   <translation>Sélectionner ses photos</translation>
  </message>
  <message>
   <source>Select more around, or fewer</source>
   <translation>Sélectionner plus autour, ou moins</translation>
  </message>
  <message>
   <source>Select on the way</source>
   <translation>Sélectionner en chemin</translation>
  </message>
  <message>
   <source>Select the pile around</source>
   <translation>Sélectionner le tas alentour</translation>
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
   <source>Select, or not any more</source>
   <translation>Sélectionner, ou ne plus</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Raccourcis</translation>
  </message>
  <message>
   <source>Show it, dim the others</source>
   <translation>Le montrer, estomper les autres</translation>
  </message>
  <message>
   <source>Show the whole map</source>
   <translation>Montrer toute la carte</translation>
  </message>
  <message>
   <source>Slideshow</source>
   <translation>Diaporama</translation>
  </message>
  <message>
   <source>Take the last mark back</source>
   <translation>Reprendre la dernière marque</translation>
  </message>
  <message>
   <source>Text in the photo</source>
   <translation>Texte dans la photo</translation>
  </message>
  <message>
   <source>To the end</source>
   <translation>À la fin</translation>
  </message>
  <message>
   <source>True size, fit</source>
   <translation>Taille réelle, ajuster</translation>
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
   <source>Walk without selecting, then select</source>
   <translation>Se déplacer, puis sélectionner</translation>
  </message>
  <message>
   <source>arrow keys</source>
   <translation>flèches</translation>
  </message>
  <message>
   <source>arrow keys, Space</source>
   <translation>flèches, Espace</translation>
  </message>
  <message>
   <source>click</source>
   <translation>clic</translation>
  </message>
  <message>
   <source>click again</source>
   <translation>cliquer encore</translation>
  </message>
  <message>
   <source>drag</source>
   <translation>glisser</translation>
  </message>
  <message>
   <source>drag to its middle</source>
   <translation>glisser en son milieu</translation>
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
  <name>Shown</name>
  <message>
   <source>Reading the picture…</source>
   <translation>Lecture de l’image…</translation>
  </message>
  <message>
   <source>The picture as it leaves</source>
   <translation>L’image telle qu’elle partirait</translation>
  </message>
 </context>
 <context>
  <name>SimilarPhotos</name>
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
  <name>Slideshow</name>
  <message>
   <source>Paused. Space goes on.</source>
   <translation>En pause. Espace pour continuer.</translation>
  </message>
 </context>
 <context>
  <name>SmallMap</name>
  <message>
   <source>Map of {0}</source>
   <translation>Carte de {0}</translation>
  </message>
 </context>
 <context>
  <name>SortingPage</name>
  <message>
   <source>Network that looks at the photos</source>
   <translation>Réseau qui regarde les photos</translation>
  </message>
  <message>
   <source>Show what a retrain would move before it is taken</source>
   <translation>Montrer ce qu’un réentraînement changerait avant de l’adopter</translation>
  </message>
  <message>
   <source>Sorting</source>
   <translation>Tri</translation>
  </message>
  <message>
   <source>The next retrain looks with it.</source>
   <translation>Le prochain réentraînement l’utilise.</translation>
  </message>
 </context>
 <context>
  <name>SpaceDetails</name>
  <message>
   <source>Near-identical photos and bursts are counted once they were looked for.</source>
   <translation>Les photos presque identiques et les rafales sont comptées dès qu’elles ont été cherchées.</translation>
  </message>
  <message>
   <source>Nothing of it is rejected, near-identical or a burst.</source>
   <translation>Rien n’y est rejeté, presque identique ou pris en rafale.</translation>
  </message>
  <message>
   <source>One photo after the other: keep or reject</source>
   <translation>Une photo après l’autre : garder ou rejeter</translation>
  </message>
  <message>
   <source>Review all of it…</source>
   <translation>Tout passer en revue…</translation>
  </message>
 </context>
 <context>
  <name>SpaceList</name>
  <message>
   <source>Clusters by the room they take</source>
   <translation>Groupes selon la place qu’ils prennent</translation>
  </message>
 </context>
 <context>
  <name>SpacePage</name>
  <message>
   <source>Back to the photos</source>
   <translation>Retour aux photos</translation>
  </message>
  <message>
   <source>Bursts and near-identical photos are looked for once the folder is there again.</source>
   <translation>Les rafales et les photos presque identiques sont cherchées dès que le dossier est de nouveau là.</translation>
  </message>
  <message>
   <source>Could be freed</source>
   <translation>À libérer</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Regarder à nouveau</translation>
  </message>
  <message>
   <source>Looking for bursts and near-identical photos…</source>
   <translation>Recherche des rafales et des photos presque identiques…</translation>
  </message>
  <message>
   <source>Not all photos were looked at.</source>
   <translation>Toutes les photos n’ont pas été regardées.</translation>
  </message>
  <message>
   <source>Nothing is deleted here.</source>
   <translation>Rien n’est supprimé ici.</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Ordre</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Espace</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>SqueezeView</name>
  <message>
   <source>Code size</source>
   <translation>Taille du code</translation>
  </message>
  <message>
   <source>Learn anew</source>
   <translation>Réapprendre</translation>
  </message>
  <message>
   <source>Mean squared error {0}  ·  {1} times smaller</source>
   <translation>Erreur quadratique moyenne {0}  ·  {1} fois plus petit</translation>
  </message>
  <message>
   <source>Photos, and below each what is left of it</source>
   <translation>Des photos, et sous chacune ce qu’il en reste</translation>
  </message>
  <message>
   <source>This model learns for one size: for another it has to learn anew.</source>
   <translation>Ce modèle apprend pour une taille : pour une autre, il doit réapprendre.</translation>
  </message>
  <message>
   <source>Turn it down: fewer numbers are kept, at once. For more, set the code length and train.</source>
   <translation>Réduisez : moins de nombres sont gardés, aussitôt. Pour plus, réglez la longueur du code et entraînez.</translation>
  </message>
  <message>
   <source>{0} number</source>
   <translation>{0} nombre</translation>
  </message>
  <message>
   <source>{0} numbers</source>
   <translation>{0} nombres</translation>
  </message>
  <message>
   <source>{0} typical picture</source>
   <translation>{0} image type</translation>
  </message>
  <message>
   <source>{0} typical pictures</source>
   <translation>{0} images types</translation>
  </message>
  <message>
   <source>{0} × {0} typical pictures</source>
   <translation>{0} × {0} images types</translation>
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
  <name>TextDialog</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
 </context>
 <context>
  <name>TextLayer</name>
  <message>
   <source>Copy the text</source>
   <translation>Copier le texte</translation>
  </message>
  <message>
   <source>Select all of the text</source>
   <translation>Sélectionner tout le texte</translation>
  </message>
  <message>
   <source>Text in the photo</source>
   <translation>Texte dans la photo</translation>
  </message>
 </context>
 <context>
  <name>TextSection</name>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Copy all of the text</source>
   <translation>Copier tout le texte</translation>
  </message>
  <message>
   <source>TEXT</source>
   <translation>TEXTE</translation>
  </message>
  <message>
   <source>and {0} more line</source>
   <translation>et {0} autre ligne</translation>
  </message>
  <message>
   <source>and {0} more lines</source>
   <translation>et {0} autres lignes</translation>
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
   <source>Agreement (NMI)</source>
   <translation>Concordance (NMI)</translation>
  </message>
  <message>
   <source>How alike the clusters are to those of the update before: 1 is the same.</source>
   <translation>Ressemblance avec les groupes de la mise à jour précédente : 1 signifie identiques.</translation>
  </message>
  <message>
   <source>How far the photos' features are from what is redrawn of them.</source>
   <translation>Écart entre les traits des photos et ce qui en est redessiné.</translation>
  </message>
  <message>
   <source>How many photos have another cluster than at the update before.</source>
   <translation>Combien de photos ont changé de groupe depuis la mise à jour précédente.</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Perte</translation>
  </message>
  <message>
   <source>Photos that moved</source>
   <translation>Photos déplacées</translation>
  </message>
  <message>
   <source>Reconstruction error</source>
   <translation>Erreur de reconstruction</translation>
  </message>
  <message>
   <source>What learning makes smaller.</source>
   <translation>Ce que l’apprentissage diminue.</translation>
  </message>
 </context>
 <context>
  <name>TrashSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Looking at the files…</source>
   <translation>Examen des fichiers…</translation>
  </message>
  <message>
   <source>Move to the trash</source>
   <translation>Mettre à la corbeille</translation>
  </message>
  <message>
   <source>Move {0} photo to the trash?</source>
   <translation>Mettre {0} photo à la corbeille ?</translation>
  </message>
  <message>
   <source>Move {0} photos to the trash?</source>
   <translation>Mettre {0} photos à la corbeille ?</translation>
  </message>
  <message>
   <source>Show every file…</source>
   <translation>Voir chaque fichier…</translation>
  </message>
  <message>
   <source>There is nothing to throw away</source>
   <translation>Il n’y a rien à jeter</translation>
  </message>
  <message>
   <source>Undo brings them back</source>
   <translation>Annuler les ramène</translation>
  </message>
  <message>
   <source>with {0} file that belongs to them</source>
   <translation>avec {0} fichier qui les accompagne</translation>
  </message>
  <message>
   <source>with {0} files that belong to them</source>
   <translation>avec {0} fichiers qui les accompagnent</translation>
  </message>
  <message>
   <source>{0} has no trash: there they go to a folder on that drive, {1}. Nothing is deleted.</source>
   <translation>{0} n’a pas de corbeille : elles vont dans un dossier de ce disque, {1}. Rien n’est effacé.</translation>
  </message>
  <message>
   <source>{0} left: {1}</source>
   <translation>{0} laissés : {1}</translation>
  </message>
 </context>
 <context>
  <name>UnderstandingDesk</name>
  <message>
   <source>{0} line is copied.</source>
   <translation>{0} ligne est copiée.</translation>
  </message>
  <message>
   <source>{0} lines are copied.</source>
   <translation>{0} lignes sont copiées.</translation>
  </message>
 </context>
 <context>
  <name>UnderstandingPage</name>
  <message>
   <source>Kinds of pictures (screenshots, receipts, drawings …) are told apart, and text is read, on this computer alone. Whatever you do comes first. What was read stays where this is switched off.</source>
   <translation>Les genres d’images (captures d’écran, reçus, dessins…) sont distingués et le texte est lu sur cet ordinateur seulement. Ce que vous faites passe toujours avant. Ce qui a été lu reste, même si vous désactivez cela.</translation>
  </message>
  <message>
   <source>Look at what pictures show while nothing else is done</source>
   <translation>Regarder ce que montrent les images quand rien d’autre n’est en cours</translation>
  </message>
  <message>
   <source>Nothing leaves this computer before you have seen it and pasted it yourself.</source>
   <translation>Rien ne quitte cet ordinateur avant que vous ne l’ayez vu et collé vous-même.</translation>
  </message>
  <message>
   <source>Offer to search the web for a picture</source>
   <translation>Proposer de chercher une image sur le Web</translation>
  </message>
  <message>
   <source>Read the text in them</source>
   <translation>Lire le texte qu’elles contiennent</translation>
  </message>
  <message>
   <source>SEARCH ON THE WEB</source>
   <translation>RECHERCHE SUR LE WEB</translation>
  </message>
  <message>
   <source>Understanding</source>
   <translation>Compréhension</translation>
  </message>
 </context>
 <context>
  <name>UnreadList</name>
  <message>
   <source>Download what is in the cloud</source>
   <translation>Télécharger ce qui est dans le nuage</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Try all again</source>
   <translation>Tout réessayer</translation>
  </message>
  <message>
   <source>Try {0} again</source>
   <translation>Réessayer {0}</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>Illisibles</translation>
  </message>
  <message>
   <source>Unread  {0}</source>
   <translation>Illisibles  {0}</translation>
  </message>
  <message>
   <source>Unread files</source>
   <translation>Fichiers illisibles</translation>
  </message>
  <message>
   <source>and {0} more</source>
   <translation>et {0} de plus</translation>
  </message>
 </context>
 <context>
  <name>UpdateCheck</name>
  <message>
   <source>The answer was not understood: look at the page of releases.</source>
   <translation>La réponse n’a pas été comprise : regardez la page des versions.</translation>
  </message>
  <message>
   <source>The server cannot be reached: is this computer connected?</source>
   <translation>Le serveur est injoignable : cet ordinateur est-il connecté ?</translation>
  </message>
  <message>
   <source>The server could not prove who it is, so its answer was not read.</source>
   <translation>Le serveur n’a pas pu prouver son identité : sa réponse n’a pas été lue.</translation>
  </message>
  <message>
   <source>The server did not answer in time: try again later.</source>
   <translation>Le serveur n’a pas répondu à temps : réessayez plus tard.</translation>
  </message>
  <message>
   <source>The server has been asked too often from here: try again in an hour.</source>
   <translation>Le serveur a été interrogé trop souvent d’ici : réessayez dans une heure.</translation>
  </message>
  <message>
   <source>The server refused to answer: try again later.</source>
   <translation>Le serveur a refusé de répondre : réessayez plus tard.</translation>
  </message>
  <message>
   <source>There is no release yet.</source>
   <translation>Il n’y a pas encore de version publiée.</translation>
  </message>
 </context>
 <context>
  <name>UpdateDialog</name>
  <message>
   <source>Ask now</source>
   <translation>Demander</translation>
  </message>
  <message>
   <source>Asking</source>
   <translation>Demande en cours</translation>
  </message>
  <message>
   <source>Asking {0}…</source>
   <translation>Demande à {0}…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Check for updates</source>
   <translation>Rechercher une mise à jour</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Is there a newer version?</source>
   <translation>Y a-t-il une version plus récente ?</translation>
  </message>
  <message>
   <source>It is not known whether there is a newer version</source>
   <translation>On ne sait pas s’il y a une version plus récente</translation>
  </message>
  <message>
   <source>Look for a newer version once a week</source>
   <translation>Rechercher une version plus récente une fois par semaine</translation>
  </message>
  <message>
   <source>Open its page</source>
   <translation>Ouvrir sa page</translation>
  </message>
  <message>
   <source>Photoloom is up to date</source>
   <translation>Photoloom est à jour</translation>
  </message>
  <message>
   <source>Photoloom {0} is there</source>
   <translation>Photoloom {0} est disponible</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>You have version {0}.</source>
   <translation>Vous avez la version {0}.</translation>
  </message>
  <message>
   <source>{0} is asked for the newest release (GET {1}). What is sent is this program's name and version, and nothing that names you; the server learns the IP address of this computer, as every web page does. It is the only thing that Photoloom ever asks by itself.</source>
   <translation>La version la plus récente est demandée à {0} (GET {1}). Ne sont envoyés que le nom et la version de ce programme, et rien qui vous désigne ; le serveur apprend l’adresse IP de cet ordinateur, comme toute page web. C’est la seule chose que Photoloom demande jamais de lui-même.</translation>
  </message>
 </context>
 <context>
  <name>UpdatesPage</name>
  <message>
   <source>Look for a newer version once a week</source>
   <translation>Rechercher une version plus récente une fois par semaine</translation>
  </message>
  <message>
   <source>Updates</source>
   <translation>Mises à jour</translation>
  </message>
 </context>
 <context>
  <name>ViewBar</name>
  <message>
   <source>Map layout</source>
   <translation>Disposition de la carte</translation>
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
   <source>{0} of {1} photo</source>
   <translation>{0} photo sur {1}</translation>
  </message>
  <message>
   <source>{0} of {1} photos</source>
   <translation>{0} des {1} photos</translation>
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
  <message>
   <source>{0} of {1}</source>
   <translation>{0} sur {1}</translation>
  </message>
 </context>
 <context>
  <name>ViewerBar</name>
  <message>
   <source>Close the viewer</source>
   <translation>Fermer la visionneuse</translation>
  </message>
  <message>
   <source>Facts about the photo</source>
   <translation>Informations sur la photo</translation>
  </message>
  <message>
   <source>Filmstrip</source>
   <translation>Bande de vignettes</translation>
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
   <source>Names on faces</source>
   <translation>Noms sur les visages</translation>
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
   <source>Text in the photo</source>
   <translation>Texte dans la photo</translation>
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
  <name>WebSearchDesk</name>
  <message>
   <source>The command is gone; Preferences bring it back.</source>
   <translation>La commande a disparu ; les Préférences la font revenir.</translation>
  </message>
  <message>
   <source>The copy is on the clipboard: paste it into {0}.</source>
   <translation>La copie est dans le presse-papiers : collez-la dans {0}.</translation>
  </message>
  <message>
   <source>The picture cannot be read.</source>
   <translation>L’image ne peut pas être lue.</translation>
  </message>
 </context>
 <context>
  <name>WebSearchDialog</name>
  <message>
   <source>A reduced copy of the picture, made of its pixels alone.</source>
   <translation>Une copie réduite de l’image, faite de ses seuls pixels.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Copy, and open {0}</source>
   <translation>Copier et ouvrir {0}</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Jamais</translation>
  </message>
  <message>
   <source>Page that searches</source>
   <translation>Page de recherche</translation>
  </message>
  <message>
   <source>Photoloom sends nothing: it puts the copy on the clipboard and opens {address} in your browser. There you paste it with {keys}; then {owner} has the picture and, as every page does, the IP address of this computer.</source>
   <translation>Photoloom n’envoie rien : il met la copie dans le presse-papiers et ouvre {address} dans votre navigateur. Là, vous la collez avec {keys} ; {owner} a alors l’image et, comme toute page, l’adresse IP de cet ordinateur.</translation>
  </message>
  <message>
   <source>Search the web for this picture</source>
   <translation>Chercher cette image sur le Web</translation>
  </message>
  <message>
   <source>Search with</source>
   <translation>Chercher avec</translation>
  </message>
  <message>
   <source>Take this command away; Preferences bring it back</source>
   <translation>Retirer cette commande ; les Préférences la font revenir</translation>
  </message>
  <message>
   <source>This copy of {0} × {1} pixels ({2}). It has no name, date, place, camera or anything else that the file says: it is made of the pixels alone.</source>
   <translation>Cette copie de {0} × {1} pixels ({2}). Elle n’a ni nom, ni date, ni lieu, ni appareil, ni rien d’autre de ce que dit le fichier : elle n’est faite que des pixels.</translation>
  </message>
  <message>
   <source>This leaves your computer, and only if you paste it</source>
   <translation>Voici ce qui quitte votre ordinateur, et seulement si vous le collez</translation>
  </message>
 </context>
 <context>
  <name>WhatStep</name>
  <message>
   <source>A folder</source>
   <translation>Un dossier</translation>
  </message>
  <message>
   <source>A list for other programs</source>
   <translation>Une liste pour d’autres programmes</translation>
  </message>
  <message>
   <source>A slash makes a folder. Nothing that is there is ever replaced.</source>
   <translation>Une barre oblique fait un dossier. Rien de ce qui existe n’est remplacé.</translation>
  </message>
  <message>
   <source>Album</source>
   <translation>Album</translation>
  </message>
  <message>
   <source>Can be undone</source>
   <translation>Peut être annulé</translation>
  </message>
  <message>
   <source>Choose a folder first.</source>
   <translation>Choisissez d’abord un dossier.</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choisir…</translation>
  </message>
  <message>
   <source>Cluster names, for every program</source>
   <translation>Noms des groupes, pour tout programme</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>FOLDERS AND NAMES</source>
   <translation>DOSSIERS ET NOMS</translation>
  </message>
  <message>
   <source>FOLDERS AS THEY WILL BE</source>
   <translation>LES DOSSIERS TELS QU’ILS SERONT</translation>
  </message>
  <message>
   <source>File of the album</source>
   <translation>Fichier de l’album</translation>
  </message>
  <message>
   <source>Folder to file to</source>
   <translation>Dossier de destination</translation>
  </message>
  <message>
   <source>Format of the album</source>
   <translation>Format de l’album</translation>
  </message>
  <message>
   <source>Hard links: the same files under more names, on one drive</source>
   <translation>Liens physiques : les mêmes fichiers sous d’autres noms, sur un disque</translation>
  </message>
  <message>
   <source>Insert {0}</source>
   <translation>Insérer {0}</translation>
  </message>
  <message>
   <source>Into a small file beside each photo (XMP). The photos are not touched.</source>
   <translation>Dans un petit fichier à côté de chaque photo (XMP). Les photos ne sont pas touchées.</translation>
  </message>
  <message>
   <source>JSON, for programs</source>
   <translation>JSON, pour les programmes</translation>
  </message>
  <message>
   <source>Keywords</source>
   <translation>Mots-clés</translation>
  </message>
  <message>
   <source>Kind of links</source>
   <translation>Sorte de liens</translation>
  </message>
  <message>
   <source>Lightroom reads no sidecars of these formats. Only the keywords in a file change, never the picture, and Undo restores every byte.</source>
   <translation>Lightroom ne lit pas de fichier annexe pour ces formats. Seuls les mots-clés du fichier changent, jamais l’image, et Annuler rétablit chaque octet.</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Liens</translation>
  </message>
  <message>
   <source>Make an album</source>
   <translation>Faire un album</translation>
  </message>
  <message>
   <source>More folders, no more space</source>
   <translation>Plus de dossiers, pas plus de place</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Déplacer</translation>
  </message>
  <message>
   <source>Name of a new sidecar</source>
   <translation>Nom d’un nouveau fichier annexe</translation>
  </message>
  <message>
   <source>New ones are called photo.jpg.xmp (darktable, digiKam)</source>
   <translation>Les nouveaux s’appellent photo.jpg.xmp (darktable, digiKam)</translation>
  </message>
  <message>
   <source>New ones are called photo.xmp (Lightroom, Adobe)</source>
   <translation>Les nouveaux s’appellent photo.xmp (Lightroom, Adobe)</translation>
  </message>
  <message>
   <source>Pattern of folders and names</source>
   <translation>Modèle des dossiers et des noms</translation>
  </message>
  <message>
   <source>Photos go to the trash of this computer, from where Undo fetches them back. On a drive that has none they go to a folder on it, and nothing is deleted.</source>
   <translation>Les photos vont à la corbeille de cet ordinateur, d’où Annuler les ramène. Sur un disque qui n’en a pas, elles vont dans un dossier de ce disque, et rien n’est effacé.</translation>
  </message>
  <message>
   <source>Plain list of paths</source>
   <translation>Simple liste de chemins</translation>
  </message>
  <message>
   <source>Symbolic links: they point to the originals</source>
   <translation>Liens symboliques : ils mènent aux originaux</translation>
  </message>
  <message>
   <source>THE TRASH</source>
   <translation>LA CORBEILLE</translation>
  </message>
  <message>
   <source>Table (CSV), for spreadsheets</source>
   <translation>Tableau (CSV), pour tableurs</translation>
  </message>
  <message>
   <source>The library follows them</source>
   <translation>La bibliothèque les suit</translation>
  </message>
  <message>
   <source>The originals stay where they are</source>
   <translation>Les originaux restent où ils sont</translation>
  </message>
  <message>
   <source>Trash</source>
   <translation>Corbeille</translation>
  </message>
  <message>
   <source>WHAT TO DO</source>
   <translation>QUE FAIRE</translation>
  </message>
  <message>
   <source>WHERE THEY ARE WRITTEN</source>
   <translation>OÙ ILS SONT ÉCRITS</translation>
  </message>
  <message>
   <source>WHERE TO</source>
   <translation>OÙ</translation>
  </message>
  <message>
   <source>Where to?</source>
   <translation>Où ?</translation>
  </message>
  <message>
   <source>Write into JPEG, PNG, WebP and TIFF files themselves</source>
   <translation>Écrire dans les fichiers JPEG, PNG, WebP et TIFF eux-mêmes</translation>
  </message>
 </context>
 <context>
  <name>WhoPage</name>
  <message>
   <source>A stranger  (X)</source>
   <translation>Inconnu  (X)</translation>
  </message>
  <message>
   <source>Answered: {0}. Ctrl+Z takes it back.</source>
   <translation>Réponse : {0}. Ctrl+Z l’annule.</translation>
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
   <source>End the questions</source>
   <translation>Terminer les questions</translation>
  </message>
  <message>
   <source>Everybody who is on several photos has a name.</source>
   <translation>Toutes les personnes qui sont sur plusieurs photos ont un nom.</translation>
  </message>
  <message>
   <source>Looking for the persons most worth asking about…</source>
   <translation>Recherche des personnes sur lesquelles il vaut le plus la peine de vous interroger…</translation>
  </message>
  <message>
   <source>Name  (N)</source>
   <translation>Nom  (N)</translation>
  </message>
  <message>
   <source>Nobody to ask about</source>
   <translation>Plus personne à nommer</translation>
  </message>
  <message>
   <source>Not a face  (D)</source>
   <translation>Pas un visage  (D)</translation>
  </message>
  <message>
   <source>Nothing was answered</source>
   <translation>Aucune réponse donnée</translation>
  </message>
  <message>
   <source>On {0} photo</source>
   <translation>Sur {0} photo</translation>
  </message>
  <message>
   <source>On {0} photos</source>
   <translation>Sur {0} photos</translation>
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
   <source>Skip  (S)</source>
   <translation>Passer  (S)</translation>
  </message>
  <message>
   <source>What you say holds for good, and teaches the rest. Esc ends the questions.</source>
   <translation>Ce que vous dites vaut pour toujours et instruit le reste. Échap met fin aux questions.</translation>
  </message>
  <message>
   <source>Who is this?</source>
   <translation>Qui est-ce ?</translation>
  </message>
  <message>
   <source>{0} question answered</source>
   <translation>{0} réponse donnée</translation>
  </message>
  <message>
   <source>{0} questions answered</source>
   <translation>{0} réponses données</translation>
  </message>
 </context>
 <context>
  <name>WhoRound</name>
  <message>
   <source>a stranger</source>
   <translation>une personne inconnue</translation>
  </message>
  <message>
   <source>not a face</source>
   <translation>pas un visage</translation>
  </message>
 </context>
 <context>
  <name>WhoTarget</name>
  <message>
   <source>It is {0} ({1})</source>
   <translation>C’est {0} ({1})</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
 </context>
 <context>
  <name>Workspace</name>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
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
   <source>Method and its parameters</source>
   <translation>Méthode et paramètres</translation>
  </message>
  <message>
   <source>Retrain</source>
   <translation>Réentraîner</translation>
  </message>
 </context>
 <context>
  <name>_Answers</name>
  <message>
   <source>Distinct</source>
   <translation>Net</translation>
  </message>
  <message>
   <source>How alike its clusters are from one run to the next: 1 is the same each time.</source>
   <translation>À quel point ses groupes se ressemblent d’un essai à l’autre : 1 si ce sont toujours les mêmes.</translation>
  </message>
  <message>
   <source>How long one run takes on this computer.</source>
   <translation>Combien de temps dure un essai sur cet ordinateur.</translation>
  </message>
  <message>
   <source>How much nearer a photo is to its own cluster than to the next: 1 is far apart, 0 is touching.</source>
   <translation>À quel point une photo est plus près de son groupe que du suivant : 1 s’ils sont loin l’un de l’autre, 0 s’ils se touchent.</translation>
  </message>
  <message>
   <source>Like you</source>
   <translation>Comme vous</translation>
  </message>
  <message>
   <source>Like your folders</source>
   <translation>Comme vos dossiers</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Méthode</translation>
  </message>
  <message>
   <source>Seconds</source>
   <translation>Secondes</translation>
  </message>
  <message>
   <source>Steady</source>
   <translation>Stable</translation>
  </message>
  <message>
   <source>The most that the engine held meanwhile; what an earlier method left counts, too.</source>
   <translation>Le plus que le moteur a occupé pendant ce temps ; ce qu’une méthode d’avant a laissé compte aussi.</translation>
  </message>
  <message>
   <source>The share of the photos that land where the judge has them.</source>
   <translation>La part des photos qui arrivent là où le juge les a mises.</translation>
  </message>
  <message>
   <source>{0}, the best</source>
   <translation>{0}, le meilleur</translation>
  </message>
 </context>
 <context>
  <name>_Groups</name>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>_Likeness</name>
  <message>
   <source>{0} and {1}: {2}</source>
   <translation>{0} et {1} : {2}</translation>
  </message>
 </context>
 <context>
  <name>_Pictures</name>
  <message>
   <source>+ {0}</source>
   <translation>+ {0}</translation>
  </message>
  <message>
   <source>The photos</source>
   <translation>Les photos</translation>
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
   <source>&amp;People</source>
   <translation>&amp;Personnes</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>A&amp;ffichage</translation>
  </message>
  <message>
   <source>A PNG or SVG of what the map shows now.</source>
   <translation>En PNG ou SVG, ce que la carte montre à présent.</translation>
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
   <source>A stranger</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>About Photoloom</source>
   <translation>À propos de Photoloom</translation>
  </message>
  <message>
   <source>Action of its own…</source>
   <translation>Action propre…</translation>
  </message>
  <message>
   <source>Add a folder…</source>
   <translation>Ajouter un dossier…</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Tous les genres</translation>
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
   <source>Answer who the persons without a name are, one at a time.</source>
   <translation>Dire qui sont les personnes sans nom, une à la fois.</translation>
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
   <source>Both are the same: they become one.</source>
   <translation>C’est la même personne : les deux n’en font plus qu’une.</translation>
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
   <source>Check for updates…</source>
   <translation>Rechercher une mise à jour…</translation>
  </message>
  <message>
   <source>Choose a cluster of two photos or more, while nothing else is being done.</source>
   <translation>Choisissez un groupe d’au moins deux photos, quand rien d’autre n’est en cours.</translation>
  </message>
  <message>
   <source>Click on the card of a cluster first, or select photos of it.</source>
   <translation>Cliquez d’abord sur la carte d’un groupe, ou sélectionnez de ses photos.</translation>
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
   <source>Compare methods…</source>
   <translation>Comparer les méthodes…</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Contenu</translation>
  </message>
  <message>
   <source>Copy all that is written in the photo.</source>
   <translation>Copier tout ce qui est écrit dans la photo.</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>Copier le chemin</translation>
  </message>
  <message>
   <source>Copy the files; the originals stay.</source>
   <translation>Copier les fichiers ; les originaux restent.</translation>
  </message>
  <message>
   <source>Copy the text in the photo</source>
   <translation>Copier le texte de la photo</translation>
  </message>
  <message>
   <source>Copy to folder…</source>
   <translation>Copier dans un dossier…</translation>
  </message>
  <message>
   <source>Copy where the files of the selected photos lie.</source>
   <translation>Copie l’emplacement des fichiers des photos sélectionnées.</translation>
  </message>
  <message>
   <source>Copy, move or link them into folders by a pattern, and see the plan first.</source>
   <translation>Les copier, déplacer ou lier dans des dossiers selon un modèle, en voyant d’abord le plan.</translation>
  </message>
  <message>
   <source>Count the photos that are not where they were, and take them out of the library, if you say so.</source>
   <translation>Compter les photos qui ne sont plus où elles étaient, et les retirer de la bibliothèque si vous le dites.</translation>
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
   <source>Delete all that is known of faces in this library, for good.</source>
   <translation>Supprimer pour de bon tout ce qui est su des visages dans cette bibliothèque.</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Supprimer…</translation>
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
   <source>Everything that was done, and the way back from each.</source>
   <translation>Tout ce qui a été fait, et comment y revenir.</translation>
  </message>
  <message>
   <source>Facts about the photo</source>
   <translation>Informations sur la photo</translation>
  </message>
  <message>
   <source>File awa&amp;y</source>
   <translation>Ran&amp;ger</translation>
  </message>
  <message>
   <source>File away…</source>
   <translation>Ranger…</translation>
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
   <source>Filmstrip</source>
   <translation>Bande de vignettes</translation>
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
   <source>Find people</source>
   <translation>Trouver les personnes</translation>
  </message>
  <message>
   <source>Find similar</source>
   <translation>Rechercher des photos semblables</translation>
  </message>
  <message>
   <source>Fit the map</source>
   <translation>Ajuster la carte</translation>
  </message>
  <message>
   <source>Flatpak itself looks for newer versions: in this sandbox there is no network.</source>
   <translation>Flatpak cherche lui-même les nouvelles versions : ce bac à sable n’a pas de réseau.</translation>
  </message>
  <message>
   <source>Forget all faces…</source>
   <translation>Oublier tous les visages…</translation>
  </message>
  <message>
   <source>Forget missing photos…</source>
   <translation>Oublier les photos manquantes…</translation>
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
   <source>Group the photos by who is on them.</source>
   <translation>Grouper les photos selon qui est dessus.</translation>
  </message>
  <message>
   <source>Hide person</source>
   <translation>Masquer la personne</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Contraste élevé</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Historique…</translation>
  </message>
  <message>
   <source>How much room each cluster takes, and what its rejected photos, copies and bursts would free.</source>
   <translation>La place que prend chaque groupe, et ce que libéreraient ses photos rejetées, ses copies et ses rafales.</translation>
  </message>
  <message>
   <source>In the viewer: draw a frame around a face that was missed. Its key there is M.</source>
   <translation>Dans la visionneuse : tracer un cadre autour d’un visage oublié. Sa touche y est M.</translation>
  </message>
  <message>
   <source>In the viewer: frame every face, with its name. Its key there is N.</source>
   <translation>Dans la visionneuse : encadrer chaque visage, avec son nom. Sa touche y est N.</translation>
  </message>
  <message>
   <source>In the viewer: lay what is written in the photo over it, to be selected. Its key there is L.</source>
   <translation>Dans la visionneuse : superposer à la photo ce qui y est écrit, pour le sélectionner. La touche y est L.</translation>
  </message>
  <message>
   <source>In the viewer: the photos around the one that is shown. Its key there is T.</source>
   <translation>Dans la visionneuse : les photos autour de celle qui est affichée. Sa touche y est T.</translation>
  </message>
  <message>
   <source>In the viewer: when, where and with what it was taken. Its key there is I.</source>
   <translation>Dans la visionneuse : quand, où et avec quoi elle a été prise. Sa touche y est I.</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspecteur</translation>
  </message>
  <message>
   <source>It is shown so everywhere; the file stays as it is.</source>
   <translation>Elle est montrée ainsi partout ; le fichier reste tel quel.</translation>
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
   <source>Kinds of pictures</source>
   <translation>Genres d’images</translation>
  </message>
  <message>
   <source>Lab…</source>
   <translation>Labo…</translation>
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
   <source>List them in a file for other programs.</source>
   <translation>Les lister dans un fichier pour d’autres programmes.</translation>
  </message>
  <message>
   <source>List those that you have hidden, too.</source>
   <translation>Lister aussi celles que vous avez masquées.</translation>
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
   <source>Look at the photos of a pile, a selection or a search one by one: P keeps, X rejects.</source>
   <translation>Regarder une à une les photos d’un groupe, d’une sélection ou d’une recherche : P garde, X rejette.</translation>
  </message>
  <message>
   <source>Look for faces on this computer, and group them by person; nothing leaves it.</source>
   <translation>Chercher les visages sur cet ordinateur et les regrouper par personne ; rien n’en sort.</translation>
  </message>
  <message>
   <source>Look for new photos</source>
   <translation>Chercher les nouvelles photos</translation>
  </message>
  <message>
   <source>Make album…</source>
   <translation>Faire un album…</translation>
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
   <translation>Disposition de la carte</translation>
  </message>
  <message>
   <source>Mark a face…</source>
   <translation>Marquer un visage…</translation>
  </message>
  <message>
   <source>Mark as kept</source>
   <translation>Marquer comme gardée</translation>
  </message>
  <message>
   <source>Mark as rejected</source>
   <translation>Marquer comme rejetée</translation>
  </message>
  <message>
   <source>Merge into…</source>
   <translation>Fusionner avec…</translation>
  </message>
  <message>
   <source>Merge person into…</source>
   <translation>Fusionner la personne avec…</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Mois</translation>
  </message>
  <message>
   <source>Move the files; the library follows them.</source>
   <translation>Déplacer les fichiers ; la bibliothèque les suit.</translation>
  </message>
  <message>
   <source>Move them to the trash, once you have seen them counted; Undo brings them back.</source>
   <translation>Les mettre à la corbeille, une fois comptées sous vos yeux ; Annuler les ramène.</translation>
  </message>
  <message>
   <source>Move to folder…</source>
   <translation>Déplacer dans un dossier…</translation>
  </message>
  <message>
   <source>Move to…</source>
   <translation>Déplacer vers…</translation>
  </message>
  <message>
   <source>Name clusters as your folders, or as the keywords of digiKam or Lightroom.</source>
   <translation>Nommer les groupes comme vos dossiers, ou comme les mots-clés de digiKam ou Lightroom.</translation>
  </message>
  <message>
   <source>Name person</source>
   <translation>Nommer la personne</translation>
  </message>
  <message>
   <source>Names on faces</source>
   <translation>Noms sur les visages</translation>
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
   <source>Next pane</source>
   <translation>Volet suivant</translation>
  </message>
  <message>
   <source>No kind is chosen: pictures of all kinds are shown.</source>
   <translation>Aucun genre n’est choisi : les images de tous les genres sont affichées.</translation>
  </message>
  <message>
   <source>Not a face</source>
   <translation>Pas un visage</translation>
  </message>
  <message>
   <source>Not this cluster</source>
   <translation>Pas ce groupe</translation>
  </message>
  <message>
   <source>Not this person</source>
   <translation>Pas cette personne</translation>
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
   <source>Only this cluster</source>
   <translation>Seulement ce groupe</translation>
  </message>
  <message>
   <source>Only this person</source>
   <translation>Seulement cette personne</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Open a folder first, and let what is being done come to its end.</source>
   <translation>Ouvrez d’abord un dossier, et laissez finir ce qui est en cours.</translation>
  </message>
  <message>
   <source>Open a folder first, and wait until nothing else is being done.</source>
   <translation>Ouvrez d’abord un dossier, et attendez que rien d’autre ne soit en cours.</translation>
  </message>
  <message>
   <source>Open a folder in which faces are not looked for yet.</source>
   <translation>Ouvrez un dossier où les visages ne sont pas encore cherchés.</translation>
  </message>
  <message>
   <source>Open a photo first.</source>
   <translation>Ouvrez d’abord une photo.</translation>
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
   <source>Pause looking at pictures</source>
   <translation>Suspendre l’examen des images</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
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
   <source>Preferences…</source>
   <translation>Préférences…</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Volet précédent</translation>
  </message>
  <message>
   <source>Propose the trash or a folder for what lands in it, once a week.</source>
   <translation>Proposer chaque semaine la corbeille ou un dossier pour ce qui y arrive.</translation>
  </message>
  <message>
   <source>Put all of its photos into another cluster.</source>
   <translation>Met toutes ses photos dans un autre groupe.</translation>
  </message>
  <message>
   <source>Put the selected photos into a cluster, by its name.</source>
   <translation>Met les photos sélectionnées dans un groupe, par son nom.</translation>
  </message>
  <message>
   <source>Puts a small copy without metadata on the clipboard and opens a search page, after saying what leaves.</source>
   <translation>Met une petite copie sans métadonnées dans le presse-papiers et ouvre une page de recherche, après avoir dit ce qui part.</translation>
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
   <source>Rejected photos…</source>
   <translation>Photos rejetées…</translation>
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
   <source>Reveal in file manager</source>
   <translation>Montrer dans le gestionnaire de fichiers</translation>
  </message>
  <message>
   <source>Review…</source>
   <translation>Revue…</translation>
  </message>
  <message>
   <source>Save a report…</source>
   <translation>Enregistrer un rapport…</translation>
  </message>
  <message>
   <source>Save the map as a picture…</source>
   <translation>Enregistrer la carte comme image…</translation>
  </message>
  <message>
   <source>Say who it is; a name that there is already makes both one.</source>
   <translation>Dire qui c’est ; un nom qui existe déjà réunit les deux.</translation>
  </message>
  <message>
   <source>Search the web for this picture…</source>
   <translation>Chercher cette image sur le Web…</translation>
  </message>
  <message>
   <source>See all that you rejected, and move them to the trash at once.</source>
   <translation>Voir tout ce que vous avez rejeté, et le mettre à la corbeille d’un coup.</translation>
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
   <source>Select a photo first.</source>
   <translation>Sélectionnez d’abord une photo.</translation>
  </message>
  <message>
   <source>Select a photo in which text was read.</source>
   <translation>Sélectionnez une photo dans laquelle du texte a été lu.</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Tout sélectionner</translation>
  </message>
  <message>
   <source>Select all photos of the cluster.</source>
   <translation>Sélectionne toutes les photos du groupe.</translation>
  </message>
  <message>
   <source>Select all photos on which the person is seen.</source>
   <translation>Sélectionner toutes les photos où l’on voit la personne.</translation>
  </message>
  <message>
   <source>Select every photo, or those of the card with the focus.</source>
   <translation>Sélectionne toutes les photos, ou celles de la carte active.</translation>
  </message>
  <message>
   <source>Select its photos</source>
   <translation>Sélectionner ses photos</translation>
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
   <source>Select photos first.</source>
   <translation>Sélectionnez d’abord des photos.</translation>
  </message>
  <message>
   <source>Select photos of a cluster first; there has to be another one.</source>
   <translation>Sélectionnez d’abord des photos d’un groupe ; il en faut un autre.</translation>
  </message>
  <message>
   <source>Select photos or a cluster first; their folder has to be there.</source>
   <translation>Choisissez d’abord des photos ou un groupe ; leur dossier doit être présent.</translation>
  </message>
  <message>
   <source>Select the photos of a person</source>
   <translation>Sélectionner les photos d’une personne</translation>
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
   <source>Show hidden persons</source>
   <translation>Montrer les personnes masquées</translation>
  </message>
  <message>
   <source>Show how the clustering learns.</source>
   <translation>Montrer comment le classement apprend.</translation>
  </message>
  <message>
   <source>Show no other photos; Escape brings all back.</source>
   <translation>Ne montre aucune autre photo ; Échap les ramène toutes.</translation>
  </message>
  <message>
   <source>Show photos and map side by side.</source>
   <translation>Montrer les photos et la carte côte à côte.</translation>
  </message>
  <message>
   <source>Show pictures of every kind again.</source>
   <translation>Afficher de nouveau les images de tous les genres.</translation>
  </message>
  <message>
   <source>Show the file of the photo in its folder.</source>
   <translation>Montre le fichier de la photo dans son dossier.</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>Afficher le journal</translation>
  </message>
  <message>
   <source>Show the photo in full.</source>
   <translation>Montre la photo en grand.</translation>
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
   <source>Show the whole map.</source>
   <translation>Montre toute la carte.</translation>
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
   <source>Space…</source>
   <translation>Espace…</translation>
  </message>
  <message>
   <source>Split cluster…</source>
   <translation>Diviser le groupe…</translation>
  </message>
  <message>
   <source>Split person</source>
   <translation>Diviser la personne</translation>
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
   <source>Take over names…</source>
   <translation>Reprendre des noms…</translation>
  </message>
  <message>
   <source>Take the last change back.</source>
   <translation>Annuler la dernière modification.</translation>
  </message>
  <message>
   <source>Take the mark away</source>
   <translation>Retirer la marque</translation>
  </message>
  <message>
   <source>Telling kinds apart and reading text in the background waits until you let it go on.</source>
   <translation>La distinction des genres et la lecture du texte en arrière-plan attendent que vous les laissiez continuer.</translation>
  </message>
  <message>
   <source>Text in the photo</source>
   <translation>Texte dans la photo</translation>
  </message>
  <message>
   <source>The Lab learns from photos: open a folder that can be worked on.</source>
   <translation>Le labo apprend des photos : ouvrez un dossier sur lequel on peut travailler.</translation>
  </message>
  <message>
   <source>The faces on the selected photos are nobody's you know.</source>
   <translation>Les visages des photos sélectionnées ne sont de personne que vous connaissez.</translation>
  </message>
  <message>
   <source>The faces on the selected photos are somebody else's.</source>
   <translation>Les visages des photos sélectionnées sont ceux de quelqu’un d’autre.</translation>
  </message>
  <message>
   <source>The keys go back to the pane before.</source>
   <translation>Le clavier revient au volet d’avant.</translation>
  </message>
  <message>
   <source>The keys go on to the clusters, the photos, the map, the inspector.</source>
   <translation>Le clavier passe aux groupes, aux photos, à la carte, à l’inspecteur.</translation>
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
   <source>The person is in no list any more, and makes no group.</source>
   <translation>La personne n’est plus dans aucune liste et ne forme aucun groupe.</translation>
  </message>
  <message>
   <source>The photos most like the one looked at.</source>
   <translation>Les photos les plus semblables à celle que l’on regarde.</translation>
  </message>
  <message>
   <source>The selected photos are kept; in the viewer and in a review the key is P.</source>
   <translation>Les photos sélectionnées sont gardées ; dans la visionneuse et en revue, la touche est P.</translation>
  </message>
  <message>
   <source>The selected photos are neither kept nor rejected; in the viewer and in a review the key is U.</source>
   <translation>Les photos sélectionnées ne sont ni gardées ni rejetées ; dans la visionneuse et en revue, la touche est U.</translation>
  </message>
  <message>
   <source>The selected photos wait to be dealt with at once; in the viewer and in a review the key is X.</source>
   <translation>Les photos sélectionnées attendent d’être traitées ensemble ; dans la visionneuse et en revue, la touche est X.</translation>
  </message>
  <message>
   <source>There is nothing to redo. What was done with files is filed again to do it once more.</source>
   <translation>Il n’y a rien à rétablir. Ce qui a été fait des fichiers se refait en les classant de nouveau.</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>Il n’y a rien à annuler.</translation>
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
   <source>Try several ways to sort your photos side by side, and use the best.</source>
   <translation>Essaie plusieurs façons de trier vos photos côte à côte, pour prendre la meilleure.</translation>
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
   <source>Two people were taken for one: divide them by their faces.</source>
   <translation>Deux personnes ont été prises pour une : les séparer d’après leurs visages.</translation>
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
   <source>What a developer needs to mend a fault, as a file on this computer; nothing is sent.</source>
   <translation>Ce qu’il faut à un développeur pour réparer une erreur, dans un fichier sur cet ordinateur ; rien n’est envoyé.</translation>
  </message>
  <message>
   <source>What six classics of unsupervised learning know of your photos: see, squeeze and dream them.</source>
   <translation>Ce que six classiques de l’apprentissage non supervisé savent de vos photos : les voir, les comprimer, les rêver.</translation>
  </message>
  <message>
   <source>What was found on the selected photos is no face.</source>
   <translation>Ce qui a été trouvé sur les photos sélectionnées n’est pas un visage.</translation>
  </message>
  <message>
   <source>Where what went wrong in Photoloom itself is kept.</source>
   <translation>Là où sont notées les erreurs de Photoloom lui-même.</translation>
  </message>
  <message>
   <source>Whether there is a newer version; what is asked for that, and of whom, is said first.</source>
   <translation>S’il y a une version plus récente ; ce qui est demandé pour cela, et à qui, est dit d’abord.</translation>
  </message>
  <message>
   <source>Which version this is, and where your data lies.</source>
   <translation>La version, et l’endroit où se trouvent vos données.</translation>
  </message>
  <message>
   <source>Who is this?…</source>
   <translation>Qui est-ce ?…</translation>
  </message>
  <message>
   <source>Write keywords…</source>
   <translation>Écrire les mots-clés…</translation>
  </message>
  <message>
   <source>Write the clusters' names where every photo program reads them.</source>
   <translation>Écrire les noms des groupes là où tout programme de photo les lit.</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>Années</translation>
  </message>
 </context>
 <context>
  <name>background_words</name>
  <message>
   <source>Looking at what pictures show: paused</source>
   <translation>Examen des images : suspendu</translation>
  </message>
  <message>
   <source>Looking at what pictures show…</source>
   <translation>Examen de ce que montrent les images…</translation>
  </message>
  <message>
   <source>Looking for faces: paused</source>
   <translation>Recherche de visages : suspendue</translation>
  </message>
  <message>
   <source>Looking for faces…</source>
   <translation>Recherche de visages…</translation>
  </message>
  <message>
   <source>Reading text in pictures: paused</source>
   <translation>Lecture du texte dans les images : suspendue</translation>
  </message>
  <message>
   <source>Reading text in pictures…</source>
   <translation>Lecture du texte dans les images…</translation>
  </message>
  <message>
   <source>Telling kinds of pictures apart…</source>
   <translation>Distinction des genres d’images…</translation>
  </message>
  <message>
   <source>{0} {1} of {2}</source>
   <translation>{0} {1} sur {2}</translation>
  </message>
  <message>
   <source>{0}, {1} of {2}</source>
   <translation>{0}, {1} sur {2}</translation>
  </message>
 </context>
 <context>
  <name>beside_names</name>
  <message>
   <source>{0} file of a kind that is not read: {1}</source>
   <translation>{0} fichier d’un type qui n’est pas lu : {1}</translation>
  </message>
  <message>
   <source>{0} files of kinds that are not read: {1}</source>
   <translation>{0} fichiers de types qui ne sont pas lus : {1}</translation>
  </message>
  <message>
   <source>{0} folder of another program left out: {1}</source>
   <translation>{0} dossier d’un autre programme laissé de côté : {1}</translation>
  </message>
  <message>
   <source>{0} folders of other programs left out: {1}</source>
   <translation>{0} dossiers d’autres programmes laissés de côté : {1}</translation>
  </message>
 </context>
 <context>
  <name>card_painter</name>
  <message>
   <source>{0} sure</source>
   <translation>sûr à {0}</translation>
  </message>
 </context>
 <context>
  <name>cluster_menu</name>
  <message>
   <source>Action of its own…</source>
   <translation>Action propre…</translation>
  </message>
  <message>
   <source>As many as there are</source>
   <translation>Autant qu’il y en a</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Verrouiller</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>Fusionner avec</translation>
  </message>
  <message>
   <source>Only this cluster</source>
   <translation>Seulement ce groupe</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Review this pile…</source>
   <translation>Passer ce groupe en revue…</translation>
  </message>
  <message>
   <source>Select its photos</source>
   <translation>Sélectionner ses photos</translation>
  </message>
  <message>
   <source>Show all clusters</source>
   <translation>Montrer tous les groupes</translation>
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
   <source>{0} clusters</source>
   <translation>{0} groupes</translation>
  </message>
 </context>
 <context>
  <name>cluster_names</name>
  <message>
   <source>Abacuses</source>
   <translation>Bouliers</translation>
  </message>
  <message>
   <source>Abayas</source>
   <translation>Abayas</translation>
  </message>
  <message>
   <source>Academic gowns</source>
   <translation>Toges universitaires</translation>
  </message>
  <message>
   <source>Accordions</source>
   <translation>Accordéons</translation>
  </message>
  <message>
   <source>Acorns</source>
   <translation>Glands</translation>
  </message>
  <message>
   <source>Acoustic guitars</source>
   <translation>Guitares acoustiques</translation>
  </message>
  <message>
   <source>Aeroplane wings</source>
   <translation>Ailes d’avion</translation>
  </message>
  <message>
   <source>Affenpinschers</source>
   <translation>Affenpinschers</translation>
  </message>
  <message>
   <source>Afghan hounds</source>
   <translation>Lévriers afghans</translation>
  </message>
  <message>
   <source>African chameleons</source>
   <translation>Caméléons</translation>
  </message>
  <message>
   <source>African greys</source>
   <translation>Perroquets gris du Gabon</translation>
  </message>
  <message>
   <source>African hunting dogs</source>
   <translation>Lycaons</translation>
  </message>
  <message>
   <source>Agamas</source>
   <translation>Agames</translation>
  </message>
  <message>
   <source>Aircraft carriers</source>
   <translation>Porte-avions</translation>
  </message>
  <message>
   <source>Airedales</source>
   <translation>Airedale Terriers</translation>
  </message>
  <message>
   <source>Airliners</source>
   <translation>Avions de ligne</translation>
  </message>
  <message>
   <source>Airships</source>
   <translation>Dirigeables</translation>
  </message>
  <message>
   <source>Albatrosses</source>
   <translation>Albatros</translation>
  </message>
  <message>
   <source>Alligator lizards</source>
   <translation>Lézards alligators</translation>
  </message>
  <message>
   <source>Alligators</source>
   <translation>Alligators</translation>
  </message>
  <message>
   <source>Altars</source>
   <translation>Autels</translation>
  </message>
  <message>
   <source>Ambulances</source>
   <translation>Ambulances</translation>
  </message>
  <message>
   <source>American Staffordshire terriers</source>
   <translation>American Staffordshire Terriers</translation>
  </message>
  <message>
   <source>American black bears</source>
   <translation>Ours noirs</translation>
  </message>
  <message>
   <source>American coots</source>
   <translation>Foulques d’Amérique</translation>
  </message>
  <message>
   <source>American egrets</source>
   <translation>Grandes aigrettes</translation>
  </message>
  <message>
   <source>Amphibians</source>
   <translation>Amphibiens</translation>
  </message>
  <message>
   <source>Amphibious vehicles</source>
   <translation>Véhicules amphibies</translation>
  </message>
  <message>
   <source>Animals</source>
   <translation>Animaux</translation>
  </message>
  <message>
   <source>Antelopes</source>
   <translation>Antilopes</translation>
  </message>
  <message>
   <source>Ants</source>
   <translation>Fourmis</translation>
  </message>
  <message>
   <source>Apes</source>
   <translation>Grands singes</translation>
  </message>
  <message>
   <source>Apiaries</source>
   <translation>Ruchers</translation>
  </message>
  <message>
   <source>Appenzellers</source>
   <translation>Bouviers de l’Appenzell</translation>
  </message>
  <message>
   <source>Apples</source>
   <translation>Pommes</translation>
  </message>
  <message>
   <source>Aprons</source>
   <translation>Tabliers</translation>
  </message>
  <message>
   <source>Arctic foxes</source>
   <translation>Renards polaires</translation>
  </message>
  <message>
   <source>Armadillos</source>
   <translation>Tatous</translation>
  </message>
  <message>
   <source>Armour</source>
   <translation>Armures</translation>
  </message>
  <message>
   <source>Artichokes</source>
   <translation>Artichauts</translation>
  </message>
  <message>
   <source>Assault rifles</source>
   <translation>Fusils d’assaut</translation>
  </message>
  <message>
   <source>Audio</source>
   <translation>Audio</translation>
  </message>
  <message>
   <source>Australian terriers</source>
   <translation>Terriers australiens</translation>
  </message>
  <message>
   <source>Axolotls</source>
   <translation>Axolotls</translation>
  </message>
  <message>
   <source>Baboons</source>
   <translation>Babouins</translation>
  </message>
  <message>
   <source>Backpacks</source>
   <translation>Sacs à dos</translation>
  </message>
  <message>
   <source>Badgers</source>
   <translation>Blaireaux</translation>
  </message>
  <message>
   <source>Bagels</source>
   <translation>Bagels</translation>
  </message>
  <message>
   <source>Bags</source>
   <translation>Sacs</translation>
  </message>
  <message>
   <source>Bakeries</source>
   <translation>Boulangeries</translation>
  </message>
  <message>
   <source>Bald eagles</source>
   <translation>Pygargues à tête blanche</translation>
  </message>
  <message>
   <source>Balloons</source>
   <translation>Ballons de baudruche</translation>
  </message>
  <message>
   <source>Balloons &amp; airships</source>
   <translation>Ballons et dirigeables</translation>
  </message>
  <message>
   <source>Balls</source>
   <translation>Balles et ballons</translation>
  </message>
  <message>
   <source>Bananas</source>
   <translation>Bananes</translation>
  </message>
  <message>
   <source>Banisters</source>
   <translation>Rampes d’escalier</translation>
  </message>
  <message>
   <source>Banjos</source>
   <translation>Banjos</translation>
  </message>
  <message>
   <source>Barbells</source>
   <translation>Haltères longs</translation>
  </message>
  <message>
   <source>Barber chairs</source>
   <translation>Fauteuils de coiffeur</translation>
  </message>
  <message>
   <source>Barbershops</source>
   <translation>Salons de coiffure</translation>
  </message>
  <message>
   <source>Barn spiders</source>
   <translation>Épeires des granges</translation>
  </message>
  <message>
   <source>Barns</source>
   <translation>Granges</translation>
  </message>
  <message>
   <source>Barometers</source>
   <translation>Baromètres</translation>
  </message>
  <message>
   <source>Barracoutas</source>
   <translation>Thyrsites</translation>
  </message>
  <message>
   <source>Barrels</source>
   <translation>Tonneaux</translation>
  </message>
  <message>
   <source>Barrows</source>
   <translation>Brouettes</translation>
  </message>
  <message>
   <source>Baseball players</source>
   <translation>Joueurs de baseball</translation>
  </message>
  <message>
   <source>Baseballs</source>
   <translation>Balles de baseball</translation>
  </message>
  <message>
   <source>Basenjis</source>
   <translation>Basenjis</translation>
  </message>
  <message>
   <source>Basketballs</source>
   <translation>Ballons de basket</translation>
  </message>
  <message>
   <source>Bassets</source>
   <translation>Bassets</translation>
  </message>
  <message>
   <source>Bassinets</source>
   <translation>Couffins</translation>
  </message>
  <message>
   <source>Bassoons</source>
   <translation>Bassons</translation>
  </message>
  <message>
   <source>Bath towels</source>
   <translation>Serviettes de bain</translation>
  </message>
  <message>
   <source>Bathing caps</source>
   <translation>Bonnets de bain</translation>
  </message>
  <message>
   <source>Bathrooms</source>
   <translation>Salles de bains</translation>
  </message>
  <message>
   <source>Bathtubs</source>
   <translation>Baignoires</translation>
  </message>
  <message>
   <source>Beaches</source>
   <translation>Plages</translation>
  </message>
  <message>
   <source>Beagles</source>
   <translation>Beagles</translation>
  </message>
  <message>
   <source>Beakers</source>
   <translation>Béchers</translation>
  </message>
  <message>
   <source>Bears</source>
   <translation>Ours</translation>
  </message>
  <message>
   <source>Beavers</source>
   <translation>Castors</translation>
  </message>
  <message>
   <source>Bedlington terriers</source>
   <translation>Bedlington Terriers</translation>
  </message>
  <message>
   <source>Beds</source>
   <translation>Lits</translation>
  </message>
  <message>
   <source>Bee eaters</source>
   <translation>Guêpiers</translation>
  </message>
  <message>
   <source>Beer bottles</source>
   <translation>Bouteilles de bière</translation>
  </message>
  <message>
   <source>Beer glasses</source>
   <translation>Verres à bière</translation>
  </message>
  <message>
   <source>Bees</source>
   <translation>Abeilles</translation>
  </message>
  <message>
   <source>Bees &amp; ants</source>
   <translation>Abeilles et fourmis</translation>
  </message>
  <message>
   <source>Beetles</source>
   <translation>Coléoptères</translation>
  </message>
  <message>
   <source>Bell cotes</source>
   <translation>Clochers-murs</translation>
  </message>
  <message>
   <source>Bell peppers</source>
   <translation>Poivrons</translation>
  </message>
  <message>
   <source>Bells</source>
   <translation>Cloches</translation>
  </message>
  <message>
   <source>Bernese mountain dogs</source>
   <translation>Bouviers bernois</translation>
  </message>
  <message>
   <source>Bibs</source>
   <translation>Bavoirs</translation>
  </message>
  <message>
   <source>Bicycles</source>
   <translation>Bicyclettes</translation>
  </message>
  <message>
   <source>Bikes</source>
   <translation>Vélos</translation>
  </message>
  <message>
   <source>Bikinis</source>
   <translation>Bikinis</translation>
  </message>
  <message>
   <source>Binders</source>
   <translation>Classeurs</translation>
  </message>
  <message>
   <source>Binoculars</source>
   <translation>Jumelles</translation>
  </message>
  <message>
   <source>Birdhouses</source>
   <translation>Nichoirs</translation>
  </message>
  <message>
   <source>Birds</source>
   <translation>Oiseaux</translation>
  </message>
  <message>
   <source>Birds of prey</source>
   <translation>Rapaces</translation>
  </message>
  <message>
   <source>Bison</source>
   <translation>Bisons</translation>
  </message>
  <message>
   <source>Bitterns</source>
   <translation>Butors</translation>
  </message>
  <message>
   <source>Black and gold garden spiders</source>
   <translation>Argiopes</translation>
  </message>
  <message>
   <source>Black swans</source>
   <translation>Cygnes noirs</translation>
  </message>
  <message>
   <source>Black widows</source>
   <translation>Veuves noires</translation>
  </message>
  <message>
   <source>Black-and-tan coonhounds</source>
   <translation>Coonhounds noir et feu</translation>
  </message>
  <message>
   <source>Blenheim spaniels</source>
   <translation>Cavaliers King Charles</translation>
  </message>
  <message>
   <source>Bloodhounds</source>
   <translation>Chiens de Saint-Hubert</translation>
  </message>
  <message>
   <source>Blueticks</source>
   <translation>Bluetick Coonhounds</translation>
  </message>
  <message>
   <source>Boa constrictors</source>
   <translation>Boas constricteurs</translation>
  </message>
  <message>
   <source>Boathouses</source>
   <translation>Hangars à bateaux</translation>
  </message>
  <message>
   <source>Boats</source>
   <translation>Bateaux</translation>
  </message>
  <message>
   <source>Boats &amp; planes</source>
   <translation>Bateaux et avions</translation>
  </message>
  <message>
   <source>Bobsleighs</source>
   <translation>Bobsleighs</translation>
  </message>
  <message>
   <source>Bonnets</source>
   <translation>Capelines</translation>
  </message>
  <message>
   <source>Book covers</source>
   <translation>Couvertures de livres</translation>
  </message>
  <message>
   <source>Bookcases</source>
   <translation>Bibliothèques (meubles)</translation>
  </message>
  <message>
   <source>Books</source>
   <translation>Livres</translation>
  </message>
  <message>
   <source>Bookshops</source>
   <translation>Librairies</translation>
  </message>
  <message>
   <source>Border collies</source>
   <translation>Border Collies</translation>
  </message>
  <message>
   <source>Border terriers</source>
   <translation>Border Terriers</translation>
  </message>
  <message>
   <source>Borzois</source>
   <translation>Barzoïs</translation>
  </message>
  <message>
   <source>Boston terriers</source>
   <translation>Terriers de Boston</translation>
  </message>
  <message>
   <source>Bottlecaps</source>
   <translation>Capsules de bouteille</translation>
  </message>
  <message>
   <source>Bottles &amp; jugs</source>
   <translation>Bouteilles et cruches</translation>
  </message>
  <message>
   <source>Bouvier des Flandres</source>
   <translation>Bouviers des Flandres</translation>
  </message>
  <message>
   <source>Bow ties</source>
   <translation>Nœuds papillon</translation>
  </message>
  <message>
   <source>Bows</source>
   <translation>Arcs</translation>
  </message>
  <message>
   <source>Box turtles</source>
   <translation>Tortues-boîtes</translation>
  </message>
  <message>
   <source>Boxers</source>
   <translation>Boxers</translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>Boîtes</translation>
  </message>
  <message>
   <source>Brabancon griffons</source>
   <translation>Petits brabançons</translation>
  </message>
  <message>
   <source>Bramblings</source>
   <translation>Pinsons du Nord</translation>
  </message>
  <message>
   <source>Brass instruments</source>
   <translation>Cuivres</translation>
  </message>
  <message>
   <source>Bread</source>
   <translation>Pain</translation>
  </message>
  <message>
   <source>Breastplates</source>
   <translation>Plastrons</translation>
  </message>
  <message>
   <source>Briards</source>
   <translation>Briards</translation>
  </message>
  <message>
   <source>Bridges</source>
   <translation>Ponts</translation>
  </message>
  <message>
   <source>Brittany spaniels</source>
   <translation>Épagneuls bretons</translation>
  </message>
  <message>
   <source>Broccoli</source>
   <translation>Brocolis</translation>
  </message>
  <message>
   <source>Brooms</source>
   <translation>Balais</translation>
  </message>
  <message>
   <source>Brown bears</source>
   <translation>Ours bruns</translation>
  </message>
  <message>
   <source>Bubbles</source>
   <translation>Bulles</translation>
  </message>
  <message>
   <source>Buckets</source>
   <translation>Seaux</translation>
  </message>
  <message>
   <source>Buckles</source>
   <translation>Boucles de ceinture</translation>
  </message>
  <message>
   <source>Buildings</source>
   <translation>Bâtiments</translation>
  </message>
  <message>
   <source>Bulbuls</source>
   <translation>Bulbuls</translation>
  </message>
  <message>
   <source>Bull mastiffs</source>
   <translation>Bullmastiffs</translation>
  </message>
  <message>
   <source>Bulletproof vests</source>
   <translation>Gilets pare-balles</translation>
  </message>
  <message>
   <source>Burritos</source>
   <translation>Burritos</translation>
  </message>
  <message>
   <source>Buses</source>
   <translation>Autobus</translation>
  </message>
  <message>
   <source>Bustards</source>
   <translation>Outardes</translation>
  </message>
  <message>
   <source>Butcher shops</source>
   <translation>Boucheries</translation>
  </message>
  <message>
   <source>Butterflies</source>
   <translation>Papillons</translation>
  </message>
  <message>
   <source>CD players</source>
   <translation>Lecteurs de CD</translation>
  </message>
  <message>
   <source>Cabbages</source>
   <translation>Choux</translation>
  </message>
  <message>
   <source>Cabinets</source>
   <translation>Armoires</translation>
  </message>
  <message>
   <source>Cairns</source>
   <translation>Cairn Terriers</translation>
  </message>
  <message>
   <source>Camels</source>
   <translation>Chameaux</translation>
  </message>
  <message>
   <source>Cameras</source>
   <translation>Appareils photo</translation>
  </message>
  <message>
   <source>Camper vans</source>
   <translation>Camping-cars</translation>
  </message>
  <message>
   <source>Can openers</source>
   <translation>Ouvre-boîtes</translation>
  </message>
  <message>
   <source>Candles</source>
   <translation>Bougies</translation>
  </message>
  <message>
   <source>Cannons</source>
   <translation>Canons</translation>
  </message>
  <message>
   <source>Canoes</source>
   <translation>Canoës</translation>
  </message>
  <message>
   <source>Capuchins</source>
   <translation>Capucins</translation>
  </message>
  <message>
   <source>Car fronts</source>
   <translation>Calandres</translation>
  </message>
  <message>
   <source>Car mirrors</source>
   <translation>Rétroviseurs</translation>
  </message>
  <message>
   <source>Car wheels</source>
   <translation>Roues de voiture</translation>
  </message>
  <message>
   <source>Carbonaras</source>
   <translation>Pâtes à la carbonara</translation>
  </message>
  <message>
   <source>Cardigans</source>
   <translation>Gilets de laine</translation>
  </message>
  <message>
   <source>Cardoons</source>
   <translation>Cardons</translation>
  </message>
  <message>
   <source>Carpenter's kits</source>
   <translation>Trousses à outils</translation>
  </message>
  <message>
   <source>Cars</source>
   <translation>Voitures</translation>
  </message>
  <message>
   <source>Cars &amp; trucks</source>
   <translation>Voitures et camions</translation>
  </message>
  <message>
   <source>Cartons</source>
   <translation>Cartons</translation>
  </message>
  <message>
   <source>Cash machines</source>
   <translation>Distributeurs de billets</translation>
  </message>
  <message>
   <source>Cassette players</source>
   <translation>Lecteurs de cassettes</translation>
  </message>
  <message>
   <source>Cassettes</source>
   <translation>Cassettes</translation>
  </message>
  <message>
   <source>Castles</source>
   <translation>Châteaux</translation>
  </message>
  <message>
   <source>Catamarans</source>
   <translation>Catamarans</translation>
  </message>
  <message>
   <source>Cats</source>
   <translation>Chats</translation>
  </message>
  <message>
   <source>Cattle</source>
   <translation>Bovins</translation>
  </message>
  <message>
   <source>Cauldrons</source>
   <translation>Chaudrons</translation>
  </message>
  <message>
   <source>Cauliflowers</source>
   <translation>Choux-fleurs</translation>
  </message>
  <message>
   <source>Cellos</source>
   <translation>Violoncelles</translation>
  </message>
  <message>
   <source>Centipedes</source>
   <translation>Mille-pattes</translation>
  </message>
  <message>
   <source>Chain mail</source>
   <translation>Cottes de mailles</translation>
  </message>
  <message>
   <source>Chain saws</source>
   <translation>Tronçonneuses</translation>
  </message>
  <message>
   <source>Chains</source>
   <translation>Chaînes</translation>
  </message>
  <message>
   <source>Chairs</source>
   <translation>Chaises</translation>
  </message>
  <message>
   <source>Cheeseburgers</source>
   <translation>Cheeseburgers</translation>
  </message>
  <message>
   <source>Cheetahs</source>
   <translation>Guépards</translation>
  </message>
  <message>
   <source>Chesapeake Bay retrievers</source>
   <translation>Retrievers de la baie de Chesapeake</translation>
  </message>
  <message>
   <source>Chestnuts</source>
   <translation>Marrons</translation>
  </message>
  <message>
   <source>Chests</source>
   <translation>Coffres</translation>
  </message>
  <message>
   <source>Chickadees</source>
   <translation>Mésanges</translation>
  </message>
  <message>
   <source>Chickens</source>
   <translation>Poules et coqs</translation>
  </message>
  <message>
   <source>Chiffoniers</source>
   <translation>Chiffonniers</translation>
  </message>
  <message>
   <source>Chihuahuas</source>
   <translation>Chihuahuas</translation>
  </message>
  <message>
   <source>Chimpanzees</source>
   <translation>Chimpanzés</translation>
  </message>
  <message>
   <source>China cabinets</source>
   <translation>Vaisseliers</translation>
  </message>
  <message>
   <source>Chitons</source>
   <translation>Polyplacophores</translation>
  </message>
  <message>
   <source>Chocolate sauces</source>
   <translation>Sauces au chocolat</translation>
  </message>
  <message>
   <source>Chows</source>
   <translation>Chow-chows</translation>
  </message>
  <message>
   <source>Christmas stockings</source>
   <translation>Chaussettes de Noël</translation>
  </message>
  <message>
   <source>Churches</source>
   <translation>Églises</translation>
  </message>
  <message>
   <source>Cicadas</source>
   <translation>Cigales</translation>
  </message>
  <message>
   <source>Cinemas</source>
   <translation>Cinémas</translation>
  </message>
  <message>
   <source>Cleavers</source>
   <translation>Couperets</translation>
  </message>
  <message>
   <source>Cliff dwellings</source>
   <translation>Habitations troglodytes</translation>
  </message>
  <message>
   <source>Cliffs</source>
   <translation>Falaises</translation>
  </message>
  <message>
   <source>Cloaks</source>
   <translation>Capes</translation>
  </message>
  <message>
   <source>Clocks</source>
   <translation>Horloges</translation>
  </message>
  <message>
   <source>Clogs</source>
   <translation>Sabots</translation>
  </message>
  <message>
   <source>Clothes</source>
   <translation>Vêtements</translation>
  </message>
  <message>
   <source>Clownfish</source>
   <translation>Poissons-clowns</translation>
  </message>
  <message>
   <source>Clumbers</source>
   <translation>Clumber Spaniels</translation>
  </message>
  <message>
   <source>Coast</source>
   <translation>Bord de mer</translation>
  </message>
  <message>
   <source>Coats</source>
   <translation>Manteaux</translation>
  </message>
  <message>
   <source>Cocker spaniels</source>
   <translation>Cockers</translation>
  </message>
  <message>
   <source>Cockroaches</source>
   <translation>Cafards</translation>
  </message>
  <message>
   <source>Cocktail shakers</source>
   <translation>Shakers</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Coffee</source>
   <translation>Café</translation>
  </message>
  <message>
   <source>Coffee &amp; tea</source>
   <translation>Café et thé</translation>
  </message>
  <message>
   <source>Coffee mugs</source>
   <translation>Mugs</translation>
  </message>
  <message>
   <source>Coffeepots</source>
   <translation>Cafetières</translation>
  </message>
  <message>
   <source>Coils</source>
   <translation>Spirales</translation>
  </message>
  <message>
   <source>Collies</source>
   <translation>Colleys</translation>
  </message>
  <message>
   <source>Colobus</source>
   <translation>Colobes</translation>
  </message>
  <message>
   <source>Combination locks</source>
   <translation>Cadenas à combinaison</translation>
  </message>
  <message>
   <source>Comics</source>
   <translation>Bandes dessinées</translation>
  </message>
  <message>
   <source>Common newts</source>
   <translation>Tritons lobés</translation>
  </message>
  <message>
   <source>Compasses</source>
   <translation>Boussoles</translation>
  </message>
  <message>
   <source>Computer mice</source>
   <translation>Souris d’ordinateur</translation>
  </message>
  <message>
   <source>Computers</source>
   <translation>Ordinateurs</translation>
  </message>
  <message>
   <source>Conches</source>
   <translation>Conques</translation>
  </message>
  <message>
   <source>Container ships</source>
   <translation>Porte-conteneurs</translation>
  </message>
  <message>
   <source>Convertibles</source>
   <translation>Cabriolets</translation>
  </message>
  <message>
   <source>Coral reefs</source>
   <translation>Récifs coralliens</translation>
  </message>
  <message>
   <source>Corals</source>
   <translation>Coraux</translation>
  </message>
  <message>
   <source>Corgis</source>
   <translation>Corgis</translation>
  </message>
  <message>
   <source>Corkscrews</source>
   <translation>Tire-bouchons</translation>
  </message>
  <message>
   <source>Corn</source>
   <translation>Maïs</translation>
  </message>
  <message>
   <source>Cornets</source>
   <translation>Cornets à pistons</translation>
  </message>
  <message>
   <source>Costumes</source>
   <translation>Déguisements</translation>
  </message>
  <message>
   <source>Coucals</source>
   <translation>Coucals</translation>
  </message>
  <message>
   <source>Courgettes</source>
   <translation>Courgettes</translation>
  </message>
  <message>
   <source>Cowboy boots</source>
   <translation>Santiags</translation>
  </message>
  <message>
   <source>Cowboy hats</source>
   <translation>Chapeaux de cow-boy</translation>
  </message>
  <message>
   <source>Coyotes</source>
   <translation>Coyotes</translation>
  </message>
  <message>
   <source>Crabs</source>
   <translation>Crabes</translation>
  </message>
  <message>
   <source>Crabs &amp; lobsters</source>
   <translation>Crabes et homards</translation>
  </message>
  <message>
   <source>Cradles</source>
   <translation>Berceaux</translation>
  </message>
  <message>
   <source>Cranes</source>
   <translation>Grues</translation>
  </message>
  <message>
   <source>Crash helmets</source>
   <translation>Casques de moto</translation>
  </message>
  <message>
   <source>Crates</source>
   <translation>Caisses</translation>
  </message>
  <message>
   <source>Crayfish</source>
   <translation>Écrevisses</translation>
  </message>
  <message>
   <source>Cribs</source>
   <translation>Lits à barreaux</translation>
  </message>
  <message>
   <source>Crickets</source>
   <translation>Grillons</translation>
  </message>
  <message>
   <source>Crock Pots</source>
   <translation>Mijoteuses</translation>
  </message>
  <message>
   <source>Crocodiles</source>
   <translation>Crocodiles</translation>
  </message>
  <message>
   <source>Croquet balls</source>
   <translation>Boules de croquet</translation>
  </message>
  <message>
   <source>Crosswords</source>
   <translation>Mots croisés</translation>
  </message>
  <message>
   <source>Cruise ships</source>
   <translation>Paquebots</translation>
  </message>
  <message>
   <source>Crutches</source>
   <translation>Béquilles</translation>
  </message>
  <message>
   <source>Cucumbers</source>
   <translation>Concombres</translation>
  </message>
  <message>
   <source>Cuirasses</source>
   <translation>Cuirasses</translation>
  </message>
  <message>
   <source>Cups</source>
   <translation>Tasses</translation>
  </message>
  <message>
   <source>Curly-coated retrievers</source>
   <translation>Retrievers à poil bouclé</translation>
  </message>
  <message>
   <source>Custard apples</source>
   <translation>Anones</translation>
  </message>
  <message>
   <source>Daddy longlegs</source>
   <translation>Faucheux</translation>
  </message>
  <message>
   <source>Daisies</source>
   <translation>Marguerites</translation>
  </message>
  <message>
   <source>Dalmatians</source>
   <translation>Dalmatiens</translation>
  </message>
  <message>
   <source>Dams</source>
   <translation>Barrages</translation>
  </message>
  <message>
   <source>Damselflies</source>
   <translation>Demoiselles</translation>
  </message>
  <message>
   <source>Dandie Dinmonts</source>
   <translation>Dandie Dinmont Terriers</translation>
  </message>
  <message>
   <source>Desks</source>
   <translation>Bureaux</translation>
  </message>
  <message>
   <source>Desktop computers</source>
   <translation>Ordinateurs de bureau</translation>
  </message>
  <message>
   <source>Desserts</source>
   <translation>Desserts</translation>
  </message>
  <message>
   <source>Dholes</source>
   <translation>Dholes</translation>
  </message>
  <message>
   <source>Digital clocks</source>
   <translation>Réveils numériques</translation>
  </message>
  <message>
   <source>Digital watches</source>
   <translation>Montres numériques</translation>
  </message>
  <message>
   <source>Dingos</source>
   <translation>Dingos</translation>
  </message>
  <message>
   <source>Dining tables</source>
   <translation>Tables de salle à manger</translation>
  </message>
  <message>
   <source>Dinosaurs</source>
   <translation>Dinosaures</translation>
  </message>
  <message>
   <source>Dishrags</source>
   <translation>Torchons</translation>
  </message>
  <message>
   <source>Dishwashers</source>
   <translation>Lave-vaisselle</translation>
  </message>
  <message>
   <source>Disk brakes</source>
   <translation>Freins à disque</translation>
  </message>
  <message>
   <source>Divers</source>
   <translation>Plongeurs</translation>
  </message>
  <message>
   <source>Dobermans</source>
   <translation>Dobermans</translation>
  </message>
  <message>
   <source>Docks</source>
   <translation>Quais</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Dogs</source>
   <translation>Chiens</translation>
  </message>
  <message>
   <source>Dogsleds</source>
   <translation>Traîneaux à chiens</translation>
  </message>
  <message>
   <source>Domes</source>
   <translation>Dômes</translation>
  </message>
  <message>
   <source>Doormats</source>
   <translation>Paillassons</translation>
  </message>
  <message>
   <source>Dough</source>
   <translation>Pâte</translation>
  </message>
  <message>
   <source>Dowitchers</source>
   <translation>Bécassins</translation>
  </message>
  <message>
   <source>Dragonflies</source>
   <translation>Libellules</translation>
  </message>
  <message>
   <source>Drawings</source>
   <translation>Dessins</translation>
  </message>
  <message>
   <source>Dresses</source>
   <translation>Robes</translation>
  </message>
  <message>
   <source>Drinks</source>
   <translation>Boissons</translation>
  </message>
  <message>
   <source>Drums</source>
   <translation>Tambours</translation>
  </message>
  <message>
   <source>Drumsticks</source>
   <translation>Baguettes de tambour</translation>
  </message>
  <message>
   <source>Ducks</source>
   <translation>Canards</translation>
  </message>
  <message>
   <source>Ducks &amp; geese</source>
   <translation>Canards et oies</translation>
  </message>
  <message>
   <source>Dugongs</source>
   <translation>Dugongs</translation>
  </message>
  <message>
   <source>Dumbbells</source>
   <translation>Haltères</translation>
  </message>
  <message>
   <source>Dung beetles</source>
   <translation>Bousiers</translation>
  </message>
  <message>
   <source>Dutch ovens</source>
   <translation>Cocottes en fonte</translation>
  </message>
  <message>
   <source>Ears of corn</source>
   <translation>Épis de maïs</translation>
  </message>
  <message>
   <source>Echidnas</source>
   <translation>Échidnés</translation>
  </message>
  <message>
   <source>Eels</source>
   <translation>Anguilles</translation>
  </message>
  <message>
   <source>Efts</source>
   <translation>Tritons terrestres</translation>
  </message>
  <message>
   <source>Eggnog</source>
   <translation>Laits de poule</translation>
  </message>
  <message>
   <source>Egyptian cats</source>
   <translation>Maus égyptiens</translation>
  </message>
  <message>
   <source>Electric fans</source>
   <translation>Ventilateurs</translation>
  </message>
  <message>
   <source>Electric guitars</source>
   <translation>Guitares électriques</translation>
  </message>
  <message>
   <source>Electric rays</source>
   <translation>Raies électriques</translation>
  </message>
  <message>
   <source>Electronics</source>
   <translation>Électronique</translation>
  </message>
  <message>
   <source>Elephants</source>
   <translation>Éléphants</translation>
  </message>
  <message>
   <source>English foxhounds</source>
   <translation>Foxhounds anglais</translation>
  </message>
  <message>
   <source>English setters</source>
   <translation>Setters anglais</translation>
  </message>
  <message>
   <source>English springers</source>
   <translation>Springers anglais</translation>
  </message>
  <message>
   <source>Entertainment centers</source>
   <translation>Meubles TV</translation>
  </message>
  <message>
   <source>EntleBuchers</source>
   <translation>Bouviers de l’Entlebuch</translation>
  </message>
  <message>
   <source>Erasers</source>
   <translation>Gommes</translation>
  </message>
  <message>
   <source>Eskimo dogs</source>
   <translation>Chiens esquimaux</translation>
  </message>
  <message>
   <source>Espresso makers</source>
   <translation>Machines à expresso</translation>
  </message>
  <message>
   <source>Estate cars</source>
   <translation>Breaks</translation>
  </message>
  <message>
   <source>European fire salamanders</source>
   <translation>Salamandres tachetées</translation>
  </message>
  <message>
   <source>European gallinules</source>
   <translation>Talèves sultanes</translation>
  </message>
  <message>
   <source>Face powders</source>
   <translation>Poudres de maquillage</translation>
  </message>
  <message>
   <source>Fast food</source>
   <translation>Restauration rapide</translation>
  </message>
  <message>
   <source>Feather boas</source>
   <translation>Boas de plumes</translation>
  </message>
  <message>
   <source>Fences</source>
   <translation>Clôtures</translation>
  </message>
  <message>
   <source>Ferrets</source>
   <translation>Furets</translation>
  </message>
  <message>
   <source>Fiddler crabs</source>
   <translation>Crabes violonistes</translation>
  </message>
  <message>
   <source>Figs</source>
   <translation>Figues</translation>
  </message>
  <message>
   <source>Filing cabinets</source>
   <translation>Armoires à dossiers</translation>
  </message>
  <message>
   <source>Fire engines</source>
   <translation>Camions de pompiers</translation>
  </message>
  <message>
   <source>Fire screens</source>
   <translation>Pare-feu</translation>
  </message>
  <message>
   <source>Fireboats</source>
   <translation>Bateaux-pompes</translation>
  </message>
  <message>
   <source>Fish</source>
   <translation>Poissons</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>Drapeaux</translation>
  </message>
  <message>
   <source>Flamingos</source>
   <translation>Flamants</translation>
  </message>
  <message>
   <source>Flat-coated retrievers</source>
   <translation>Retrievers à poil plat</translation>
  </message>
  <message>
   <source>Flatworms</source>
   <translation>Vers plats</translation>
  </message>
  <message>
   <source>Flies</source>
   <translation>Mouches</translation>
  </message>
  <message>
   <source>Flowerpots</source>
   <translation>Pots de fleurs</translation>
  </message>
  <message>
   <source>Flowers</source>
   <translation>Fleurs</translation>
  </message>
  <message>
   <source>Flutes</source>
   <translation>Flûtes</translation>
  </message>
  <message>
   <source>Folding chairs</source>
   <translation>Chaises pliantes</translation>
  </message>
  <message>
   <source>Food</source>
   <translation>Nourriture</translation>
  </message>
  <message>
   <source>Food &amp; drinks</source>
   <translation>Plats et boissons</translation>
  </message>
  <message>
   <source>Football helmets</source>
   <translation>Casques de football américain</translation>
  </message>
  <message>
   <source>Forklifts</source>
   <translation>Chariots élévateurs</translation>
  </message>
  <message>
   <source>Fountains</source>
   <translation>Fontaines</translation>
  </message>
  <message>
   <source>Four-poster beds</source>
   <translation>Lits à baldaquin</translation>
  </message>
  <message>
   <source>Foxes</source>
   <translation>Renards</translation>
  </message>
  <message>
   <source>Freight cars</source>
   <translation>Wagons de marchandises</translation>
  </message>
  <message>
   <source>French bulldogs</source>
   <translation>Bouledogues français</translation>
  </message>
  <message>
   <source>French horns</source>
   <translation>Cors d’harmonie</translation>
  </message>
  <message>
   <source>French loaves</source>
   <translation>Baguettes</translation>
  </message>
  <message>
   <source>Frilled lizards</source>
   <translation>Lézards à collerette</translation>
  </message>
  <message>
   <source>Frogs</source>
   <translation>Grenouilles</translation>
  </message>
  <message>
   <source>Fruit</source>
   <translation>Fruits</translation>
  </message>
  <message>
   <source>Fruit &amp; vegetables</source>
   <translation>Fruits et légumes</translation>
  </message>
  <message>
   <source>Frying pans</source>
   <translation>Poêles</translation>
  </message>
  <message>
   <source>Fur coats</source>
   <translation>Manteaux de fourrure</translation>
  </message>
  <message>
   <source>Furniture</source>
   <translation>Meubles</translation>
  </message>
  <message>
   <source>Garbage trucks</source>
   <translation>Camions-poubelles</translation>
  </message>
  <message>
   <source>Garden spiders</source>
   <translation>Épeires diadèmes</translation>
  </message>
  <message>
   <source>Gars</source>
   <translation>Lépisostés</translation>
  </message>
  <message>
   <source>Garter snakes</source>
   <translation>Couleuvres rayées</translation>
  </message>
  <message>
   <source>Gas pumps</source>
   <translation>Pompes à essence</translation>
  </message>
  <message>
   <source>Gasmasks</source>
   <translation>Masques à gaz</translation>
  </message>
  <message>
   <source>Gazelles</source>
   <translation>Gazelles</translation>
  </message>
  <message>
   <source>Geckos</source>
   <translation>Geckos</translation>
  </message>
  <message>
   <source>Geese</source>
   <translation>Oies</translation>
  </message>
  <message>
   <source>German shepherds</source>
   <translation>Bergers allemands</translation>
  </message>
  <message>
   <source>German short-haired pointers</source>
   <translation>Braques allemands</translation>
  </message>
  <message>
   <source>Geysers</source>
   <translation>Geysers</translation>
  </message>
  <message>
   <source>Giant pandas</source>
   <translation>Pandas géants</translation>
  </message>
  <message>
   <source>Giant schnauzers</source>
   <translation>Schnauzers géants</translation>
  </message>
  <message>
   <source>Gibbons</source>
   <translation>Gibbons</translation>
  </message>
  <message>
   <source>Gila monsters</source>
   <translation>Monstres de Gila</translation>
  </message>
  <message>
   <source>Glasses</source>
   <translation>Lunettes</translation>
  </message>
  <message>
   <source>Go-karts</source>
   <translation>Karts</translation>
  </message>
  <message>
   <source>Goblets</source>
   <translation>Coupes</translation>
  </message>
  <message>
   <source>Golden retrievers</source>
   <translation>Golden Retrievers</translation>
  </message>
  <message>
   <source>Goldfinches</source>
   <translation>Chardonnerets</translation>
  </message>
  <message>
   <source>Goldfish</source>
   <translation>Poissons rouges</translation>
  </message>
  <message>
   <source>Golf balls</source>
   <translation>Balles de golf</translation>
  </message>
  <message>
   <source>Golfcarts</source>
   <translation>Voiturettes de golf</translation>
  </message>
  <message>
   <source>Gondolas</source>
   <translation>Gondoles</translation>
  </message>
  <message>
   <source>Gongs</source>
   <translation>Gongs</translation>
  </message>
  <message>
   <source>Gordon setters</source>
   <translation>Setters Gordon</translation>
  </message>
  <message>
   <source>Gorillas</source>
   <translation>Gorilles</translation>
  </message>
  <message>
   <source>Gowns</source>
   <translation>Robes longues</translation>
  </message>
  <message>
   <source>Grasshoppers</source>
   <translation>Sauterelles</translation>
  </message>
  <message>
   <source>Great Danes</source>
   <translation>Dogues allemands</translation>
  </message>
  <message>
   <source>Great Pyrenees</source>
   <translation>Chiens de montagne des Pyrénées</translation>
  </message>
  <message>
   <source>Great white sharks</source>
   <translation>Grands requins blancs</translation>
  </message>
  <message>
   <source>Greater Swiss Mountain dogs</source>
   <translation>Grands bouviers suisses</translation>
  </message>
  <message>
   <source>Green lizards</source>
   <translation>Lézards verts</translation>
  </message>
  <message>
   <source>Green mambas</source>
   <translation>Mambas verts</translation>
  </message>
  <message>
   <source>Green snakes</source>
   <translation>Couleuvres vertes</translation>
  </message>
  <message>
   <source>Greenhouses</source>
   <translation>Serres</translation>
  </message>
  <message>
   <source>Greetings</source>
   <translation>Cartes de vœux</translation>
  </message>
  <message>
   <source>Grey whales</source>
   <translation>Baleines grises</translation>
  </message>
  <message>
   <source>Grocery stores</source>
   <translation>Épiceries</translation>
  </message>
  <message>
   <source>Groenendaels</source>
   <translation>Groenendaels</translation>
  </message>
  <message>
   <source>Ground beetles</source>
   <translation>Carabes</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Groupe</translation>
  </message>
  <message>
   <source>Groups of people</source>
   <translation>Groupes de personnes</translation>
  </message>
  <message>
   <source>Grouse</source>
   <translation>Tétras</translation>
  </message>
  <message>
   <source>Guacamole</source>
   <translation>Guacamole</translation>
  </message>
  <message>
   <source>Guards in bearskins</source>
   <translation>Gardes en bonnet à poil</translation>
  </message>
  <message>
   <source>Guenons</source>
   <translation>Cercopithèques</translation>
  </message>
  <message>
   <source>Guillotines</source>
   <translation>Guillotines</translation>
  </message>
  <message>
   <source>Guinea pigs</source>
   <translation>Cochons d’Inde</translation>
  </message>
  <message>
   <source>Guitars</source>
   <translation>Guitares</translation>
  </message>
  <message>
   <source>Guns</source>
   <translation>Armes à feu</translation>
  </message>
  <message>
   <source>Gymnastics</source>
   <translation>Gymnastique</translation>
  </message>
  <message>
   <source>Hair dryers</source>
   <translation>Sèche-cheveux</translation>
  </message>
  <message>
   <source>Hair sprays</source>
   <translation>Laques</translation>
  </message>
  <message>
   <source>Hairpins</source>
   <translation>Épingles à cheveux</translation>
  </message>
  <message>
   <source>Half-tracks</source>
   <translation>Autochenilles</translation>
  </message>
  <message>
   <source>Hammerheads</source>
   <translation>Requins-marteaux</translation>
  </message>
  <message>
   <source>Hammers</source>
   <translation>Marteaux</translation>
  </message>
  <message>
   <source>Hampers</source>
   <translation>Paniers en osier</translation>
  </message>
  <message>
   <source>Hamsters</source>
   <translation>Hamsters</translation>
  </message>
  <message>
   <source>Handkerchiefs</source>
   <translation>Mouchoirs</translation>
  </message>
  <message>
   <source>Hard disks</source>
   <translation>Disques durs</translation>
  </message>
  <message>
   <source>Hares</source>
   <translation>Lièvres</translation>
  </message>
  <message>
   <source>Harmonicas</source>
   <translation>Harmonicas</translation>
  </message>
  <message>
   <source>Harps</source>
   <translation>Harpes</translation>
  </message>
  <message>
   <source>Hartebeests</source>
   <translation>Bubales</translation>
  </message>
  <message>
   <source>Harvesters</source>
   <translation>Moissonneuses</translation>
  </message>
  <message>
   <source>Hatchets</source>
   <translation>Hachettes</translation>
  </message>
  <message>
   <source>Hats</source>
   <translation>Chapeaux</translation>
  </message>
  <message>
   <source>Hay</source>
   <translation>Foin</translation>
  </message>
  <message>
   <source>Hens</source>
   <translation>Poules</translation>
  </message>
  <message>
   <source>Hermit crabs</source>
   <translation>Bernard-l’ermite</translation>
  </message>
  <message>
   <source>Hippos</source>
   <translation>Hippopotames</translation>
  </message>
  <message>
   <source>Hognose snakes</source>
   <translation>Serpents à groin</translation>
  </message>
  <message>
   <source>Holsters</source>
   <translation>Étuis de pistolet</translation>
  </message>
  <message>
   <source>Home theaters</source>
   <translation>Home cinémas</translation>
  </message>
  <message>
   <source>Honeycombs</source>
   <translation>Rayons de miel</translation>
  </message>
  <message>
   <source>Hoofed animals</source>
   <translation>Ongulés</translation>
  </message>
  <message>
   <source>Hooks</source>
   <translation>Crochets</translation>
  </message>
  <message>
   <source>Hoopskirts</source>
   <translation>Crinolines</translation>
  </message>
  <message>
   <source>Hornbills</source>
   <translation>Calaos</translation>
  </message>
  <message>
   <source>Horned vipers</source>
   <translation>Vipères à cornes</translation>
  </message>
  <message>
   <source>Horse carts</source>
   <translation>Charrettes à cheval</translation>
  </message>
  <message>
   <source>Horses</source>
   <translation>Chevaux</translation>
  </message>
  <message>
   <source>Hot dogs</source>
   <translation>Hot-dogs</translation>
  </message>
  <message>
   <source>Hot pots</source>
   <translation>Fondues chinoises</translation>
  </message>
  <message>
   <source>Hounds</source>
   <translation>Chiens courants</translation>
  </message>
  <message>
   <source>Hourglasses</source>
   <translation>Sabliers</translation>
  </message>
  <message>
   <source>House finches</source>
   <translation>Roselins familiers</translation>
  </message>
  <message>
   <source>Household appliances</source>
   <translation>Électroménager</translation>
  </message>
  <message>
   <source>Houses</source>
   <translation>Maisons</translation>
  </message>
  <message>
   <source>Howler monkeys</source>
   <translation>Singes hurleurs</translation>
  </message>
  <message>
   <source>Hummingbirds</source>
   <translation>Colibris</translation>
  </message>
  <message>
   <source>Huskies</source>
   <translation>Huskies</translation>
  </message>
  <message>
   <source>Hyenas</source>
   <translation>Hyènes</translation>
  </message>
  <message>
   <source>Ibexes</source>
   <translation>Bouquetins</translation>
  </message>
  <message>
   <source>Ibizan hounds</source>
   <translation>Podencos d’Ibiza</translation>
  </message>
  <message>
   <source>Ice cream</source>
   <translation>Glaces</translation>
  </message>
  <message>
   <source>Ice lollies</source>
   <translation>Glaces à l’eau</translation>
  </message>
  <message>
   <source>Iguanas</source>
   <translation>Iguanes</translation>
  </message>
  <message>
   <source>Impalas</source>
   <translation>Impalas</translation>
  </message>
  <message>
   <source>Indian cobras</source>
   <translation>Cobras indiens</translation>
  </message>
  <message>
   <source>Indigo buntings</source>
   <translation>Passerins indigo</translation>
  </message>
  <message>
   <source>Indris</source>
   <translation>Indris</translation>
  </message>
  <message>
   <source>Insects</source>
   <translation>Insectes</translation>
  </message>
  <message>
   <source>Insects &amp; spiders</source>
   <translation>Insectes et araignées</translation>
  </message>
  <message>
   <source>Irish setters</source>
   <translation>Setters irlandais</translation>
  </message>
  <message>
   <source>Irish terriers</source>
   <translation>Terriers irlandais</translation>
  </message>
  <message>
   <source>Irish water spaniels</source>
   <translation>Chiens d’eau irlandais</translation>
  </message>
  <message>
   <source>Irish wolfhounds</source>
   <translation>Lévriers irlandais</translation>
  </message>
  <message>
   <source>Irons</source>
   <translation>Fers à repasser</translation>
  </message>
  <message>
   <source>Isopods</source>
   <translation>Isopodes</translation>
  </message>
  <message>
   <source>Italian greyhounds</source>
   <translation>Petits lévriers italiens</translation>
  </message>
  <message>
   <source>Jacamars</source>
   <translation>Jacamars</translation>
  </message>
  <message>
   <source>Jackfruits</source>
   <translation>Jacquiers</translation>
  </message>
  <message>
   <source>Jaguars</source>
   <translation>Jaguars</translation>
  </message>
  <message>
   <source>Japanese spaniels</source>
   <translation>Épagneuls japonais</translation>
  </message>
  <message>
   <source>Jays</source>
   <translation>Geais</translation>
  </message>
  <message>
   <source>Jeans</source>
   <translation>Jeans</translation>
  </message>
  <message>
   <source>Jeeps</source>
   <translation>Jeeps</translation>
  </message>
  <message>
   <source>Jellyfish</source>
   <translation>Méduses</translation>
  </message>
  <message>
   <source>Jetties</source>
   <translation>Jetées</translation>
  </message>
  <message>
   <source>Jigsaw puzzles</source>
   <translation>Puzzles à assembler</translation>
  </message>
  <message>
   <source>Joysticks</source>
   <translation>Manettes</translation>
  </message>
  <message>
   <source>Juncos</source>
   <translation>Juncos ardoisés</translation>
  </message>
  <message>
   <source>Keeshonds</source>
   <translation>Spitz-loups</translation>
  </message>
  <message>
   <source>Kelpies</source>
   <translation>Kelpies</translation>
  </message>
  <message>
   <source>Kerry blue terriers</source>
   <translation>Kerry Blue Terriers</translation>
  </message>
  <message>
   <source>Keyboards</source>
   <translation>Claviers</translation>
  </message>
  <message>
   <source>Kimonos</source>
   <translation>Kimonos</translation>
  </message>
  <message>
   <source>King snakes</source>
   <translation>Serpents rois</translation>
  </message>
  <message>
   <source>Kit foxes</source>
   <translation>Renards véloces</translation>
  </message>
  <message>
   <source>Kitchen</source>
   <translation>Cuisine</translation>
  </message>
  <message>
   <source>Knee pads</source>
   <translation>Genouillères</translation>
  </message>
  <message>
   <source>Knives</source>
   <translation>Couteaux</translation>
  </message>
  <message>
   <source>Knots</source>
   <translation>Nœuds</translation>
  </message>
  <message>
   <source>Koalas</source>
   <translation>Koalas</translation>
  </message>
  <message>
   <source>Komodo dragons</source>
   <translation>Dragons de Komodo</translation>
  </message>
  <message>
   <source>Komondors</source>
   <translation>Komondors</translation>
  </message>
  <message>
   <source>Kuvaszes</source>
   <translation>Kuvasz</translation>
  </message>
  <message>
   <source>Lab coats</source>
   <translation>Blouses</translation>
  </message>
  <message>
   <source>Labrador retrievers</source>
   <translation>Labradors</translation>
  </message>
  <message>
   <source>Lacewings</source>
   <translation>Chrysopes</translation>
  </message>
  <message>
   <source>Ladles</source>
   <translation>Louches</translation>
  </message>
  <message>
   <source>Ladybirds</source>
   <translation>Coccinelles</translation>
  </message>
  <message>
   <source>Lakeland terriers</source>
   <translation>Lakeland Terriers</translation>
  </message>
  <message>
   <source>Lakes</source>
   <translation>Lacs</translation>
  </message>
  <message>
   <source>Lamps</source>
   <translation>Lampes</translation>
  </message>
  <message>
   <source>Lampshades</source>
   <translation>Abat-jour</translation>
  </message>
  <message>
   <source>Landscapes</source>
   <translation>Paysages</translation>
  </message>
  <message>
   <source>Langurs</source>
   <translation>Entelles</translation>
  </message>
  <message>
   <source>Laptops</source>
   <translation>Ordinateurs portables</translation>
  </message>
  <message>
   <source>Lawn mowers</source>
   <translation>Tondeuses</translation>
  </message>
  <message>
   <source>Leaf beetles</source>
   <translation>Chrysomèles</translation>
  </message>
  <message>
   <source>Leafhoppers</source>
   <translation>Cicadelles</translation>
  </message>
  <message>
   <source>Lemons</source>
   <translation>Citrons</translation>
  </message>
  <message>
   <source>Lemurs</source>
   <translation>Lémuriens</translation>
  </message>
  <message>
   <source>Lens caps</source>
   <translation>Capuchons d’objectif</translation>
  </message>
  <message>
   <source>Leonbergs</source>
   <translation>Leonbergs</translation>
  </message>
  <message>
   <source>Leopards</source>
   <translation>Léopards</translation>
  </message>
  <message>
   <source>Letter openers</source>
   <translation>Coupe-papier</translation>
  </message>
  <message>
   <source>Lhasas</source>
   <translation>Lhassas Apsos</translation>
  </message>
  <message>
   <source>Libraries</source>
   <translation>Bibliothèques</translation>
  </message>
  <message>
   <source>Lifeboats</source>
   <translation>Canots de sauvetage</translation>
  </message>
  <message>
   <source>Lighters</source>
   <translation>Briquets</translation>
  </message>
  <message>
   <source>Lighthouses</source>
   <translation>Phares</translation>
  </message>
  <message>
   <source>Limousines</source>
   <translation>Limousines</translation>
  </message>
  <message>
   <source>Limpkins</source>
   <translation>Courlans</translation>
  </message>
  <message>
   <source>Lionfish</source>
   <translation>Rascasses volantes</translation>
  </message>
  <message>
   <source>Lions</source>
   <translation>Lions</translation>
  </message>
  <message>
   <source>Lipsticks</source>
   <translation>Rouges à lèvres</translation>
  </message>
  <message>
   <source>Little blue herons</source>
   <translation>Aigrettes bleues</translation>
  </message>
  <message>
   <source>Lizards</source>
   <translation>Lézards</translation>
  </message>
  <message>
   <source>Llamas</source>
   <translation>Lamas</translation>
  </message>
  <message>
   <source>Lobsters</source>
   <translation>Homards et langoustes</translation>
  </message>
  <message>
   <source>Locks</source>
   <translation>Serrures</translation>
  </message>
  <message>
   <source>Long-horned beetles</source>
   <translation>Longicornes</translation>
  </message>
  <message>
   <source>Lorikeets</source>
   <translation>Loriquets</translation>
  </message>
  <message>
   <source>Lorries</source>
   <translation>Semi-remorques</translation>
  </message>
  <message>
   <source>Lotions</source>
   <translation>Lotions</translation>
  </message>
  <message>
   <source>Loudspeakers</source>
   <translation>Haut-parleurs</translation>
  </message>
  <message>
   <source>Lumbermills</source>
   <translation>Scieries</translation>
  </message>
  <message>
   <source>Lynxes</source>
   <translation>Lynx</translation>
  </message>
  <message>
   <source>Macaques</source>
   <translation>Macaques</translation>
  </message>
  <message>
   <source>Macaws</source>
   <translation>Aras</translation>
  </message>
  <message>
   <source>Magnifying glasses</source>
   <translation>Loupes</translation>
  </message>
  <message>
   <source>Magpies</source>
   <translation>Pies bavardes</translation>
  </message>
  <message>
   <source>Mailbags</source>
   <translation>Sacoches</translation>
  </message>
  <message>
   <source>Mailboxes</source>
   <translation>Boîtes aux lettres</translation>
  </message>
  <message>
   <source>Make-up</source>
   <translation>Maquillage</translation>
  </message>
  <message>
   <source>Malamutes</source>
   <translation>Malamutes</translation>
  </message>
  <message>
   <source>Malinois</source>
   <translation>Malinois</translation>
  </message>
  <message>
   <source>Maltese dogs</source>
   <translation>Bichons maltais</translation>
  </message>
  <message>
   <source>Mammals</source>
   <translation>Mammifères</translation>
  </message>
  <message>
   <source>Manhole covers</source>
   <translation>Plaques d’égout</translation>
  </message>
  <message>
   <source>Mantises</source>
   <translation>Mantes</translation>
  </message>
  <message>
   <source>Maracas</source>
   <translation>Maracas</translation>
  </message>
  <message>
   <source>Marimbas</source>
   <translation>Marimbas</translation>
  </message>
  <message>
   <source>Marmosets</source>
   <translation>Ouistitis</translation>
  </message>
  <message>
   <source>Marmots</source>
   <translation>Marmottes</translation>
  </message>
  <message>
   <source>Marsupials</source>
   <translation>Marsupiaux</translation>
  </message>
  <message>
   <source>Mashed potato</source>
   <translation>Purée</translation>
  </message>
  <message>
   <source>Masks</source>
   <translation>Masques</translation>
  </message>
  <message>
   <source>Matchsticks</source>
   <translation>Allumettes</translation>
  </message>
  <message>
   <source>Maypoles</source>
   <translation>Mâts de mai</translation>
  </message>
  <message>
   <source>Mazes</source>
   <translation>Labyrinthes</translation>
  </message>
  <message>
   <source>Meals</source>
   <translation>Repas</translation>
  </message>
  <message>
   <source>Measuring cups</source>
   <translation>Verres doseurs</translation>
  </message>
  <message>
   <source>Measuring instruments</source>
   <translation>Instruments de mesure</translation>
  </message>
  <message>
   <source>Meat loaves</source>
   <translation>Pains de viande</translation>
  </message>
  <message>
   <source>Medicine</source>
   <translation>Médecine</translation>
  </message>
  <message>
   <source>Medicine chests</source>
   <translation>Armoires à pharmacie</translation>
  </message>
  <message>
   <source>Meerkats</source>
   <translation>Suricates</translation>
  </message>
  <message>
   <source>Memes</source>
   <translation>Mèmes</translation>
  </message>
  <message>
   <source>Merry-go-rounds</source>
   <translation>Manèges</translation>
  </message>
  <message>
   <source>Mexican hairlesses</source>
   <translation>Chiens nus du Mexique</translation>
  </message>
  <message>
   <source>Microphones</source>
   <translation>Microphones</translation>
  </message>
  <message>
   <source>Microwaves</source>
   <translation>Fours à micro-ondes</translation>
  </message>
  <message>
   <source>Military</source>
   <translation>Militaire</translation>
  </message>
  <message>
   <source>Milk cans</source>
   <translation>Bidons de lait</translation>
  </message>
  <message>
   <source>Miniature pinschers</source>
   <translation>Pinschers nains</translation>
  </message>
  <message>
   <source>Miniature poodles</source>
   <translation>Caniches nains</translation>
  </message>
  <message>
   <source>Miniature schnauzers</source>
   <translation>Schnauzers nains</translation>
  </message>
  <message>
   <source>Minibuses</source>
   <translation>Minibus</translation>
  </message>
  <message>
   <source>Miniskirts</source>
   <translation>Minijupes</translation>
  </message>
  <message>
   <source>Minivans</source>
   <translation>Monospaces</translation>
  </message>
  <message>
   <source>Minks</source>
   <translation>Visons</translation>
  </message>
  <message>
   <source>Missiles</source>
   <translation>Missiles</translation>
  </message>
  <message>
   <source>Mittens</source>
   <translation>Moufles</translation>
  </message>
  <message>
   <source>Mixing bowls</source>
   <translation>Saladiers</translation>
  </message>
  <message>
   <source>Mobile homes</source>
   <translation>Mobile homes</translation>
  </message>
  <message>
   <source>Mobile phones</source>
   <translation>Téléphones portables</translation>
  </message>
  <message>
   <source>Modems</source>
   <translation>Modems</translation>
  </message>
  <message>
   <source>Monasteries</source>
   <translation>Monastères</translation>
  </message>
  <message>
   <source>Mongooses</source>
   <translation>Mangoustes</translation>
  </message>
  <message>
   <source>Monkeys</source>
   <translation>Petits singes</translation>
  </message>
  <message>
   <source>Monkeys &amp; apes</source>
   <translation>Singes</translation>
  </message>
  <message>
   <source>Monuments</source>
   <translation>Monuments</translation>
  </message>
  <message>
   <source>Mopeds</source>
   <translation>Mobylettes</translation>
  </message>
  <message>
   <source>Mops</source>
   <translation>Serpillières</translation>
  </message>
  <message>
   <source>Mortarboards</source>
   <translation>Chapeaux de diplômé</translation>
  </message>
  <message>
   <source>Mortars</source>
   <translation>Mortiers</translation>
  </message>
  <message>
   <source>Mosques</source>
   <translation>Mosquées</translation>
  </message>
  <message>
   <source>Mosquito nets</source>
   <translation>Moustiquaires</translation>
  </message>
  <message>
   <source>Motor scooters</source>
   <translation>Scooters à moteur</translation>
  </message>
  <message>
   <source>Mountain tents</source>
   <translation>Tentes</translation>
  </message>
  <message>
   <source>Mountains</source>
   <translation>Montagnes</translation>
  </message>
  <message>
   <source>Mousetraps</source>
   <translation>Souricières</translation>
  </message>
  <message>
   <source>Moving vans</source>
   <translation>Camions de déménagement</translation>
  </message>
  <message>
   <source>Mud turtles</source>
   <translation>Tortues de vase</translation>
  </message>
  <message>
   <source>Mushrooms</source>
   <translation>Champignons</translation>
  </message>
  <message>
   <source>Music players</source>
   <translation>Baladeurs</translation>
  </message>
  <message>
   <source>Musical instruments</source>
   <translation>Instruments de musique</translation>
  </message>
  <message>
   <source>Muzzles</source>
   <translation>Muselières</translation>
  </message>
  <message>
   <source>Nails</source>
   <translation>Clous</translation>
  </message>
  <message>
   <source>Nappies</source>
   <translation>Couches</translation>
  </message>
  <message>
   <source>Nautiluses</source>
   <translation>Nautiles</translation>
  </message>
  <message>
   <source>Neck braces</source>
   <translation>Minerves</translation>
  </message>
  <message>
   <source>Necklaces</source>
   <translation>Colliers</translation>
  </message>
  <message>
   <source>Nematodes</source>
   <translation>Nématodes</translation>
  </message>
  <message>
   <source>New cluster</source>
   <translation>Nouveau groupe</translation>
  </message>
  <message>
   <source>Newfoundlands</source>
   <translation>Terre-neuve</translation>
  </message>
  <message>
   <source>Night snakes</source>
   <translation>Serpents nocturnes</translation>
  </message>
  <message>
   <source>Nipples</source>
   <translation>Tétines</translation>
  </message>
  <message>
   <source>Norfolk terriers</source>
   <translation>Norfolk Terriers</translation>
  </message>
  <message>
   <source>Norwegian elkhounds</source>
   <translation>Chiens d’élan norvégiens</translation>
  </message>
  <message>
   <source>Norwich terriers</source>
   <translation>Norwich Terriers</translation>
  </message>
  <message>
   <source>Obelisks</source>
   <translation>Obélisques</translation>
  </message>
  <message>
   <source>Oboes</source>
   <translation>Hautbois</translation>
  </message>
  <message>
   <source>Ocarinas</source>
   <translation>Ocarinas</translation>
  </message>
  <message>
   <source>Odometers</source>
   <translation>Compteurs de vitesse</translation>
  </message>
  <message>
   <source>Oil filters</source>
   <translation>Filtres à huile</translation>
  </message>
  <message>
   <source>Oil rigs</source>
   <translation>Plateformes pétrolières</translation>
  </message>
  <message>
   <source>Old English sheepdogs</source>
   <translation>Bobtails</translation>
  </message>
  <message>
   <source>Oranges</source>
   <translation>Oranges</translation>
  </message>
  <message>
   <source>Orangutans</source>
   <translation>Orangs-outans</translation>
  </message>
  <message>
   <source>Orcas</source>
   <translation>Orques</translation>
  </message>
  <message>
   <source>Orchids</source>
   <translation>Orchidées</translation>
  </message>
  <message>
   <source>Organs</source>
   <translation>Orgues</translation>
  </message>
  <message>
   <source>Oscilloscopes</source>
   <translation>Oscilloscopes</translation>
  </message>
  <message>
   <source>Ostriches</source>
   <translation>Autruches</translation>
  </message>
  <message>
   <source>Otterhounds</source>
   <translation>Chiens à loutre</translation>
  </message>
  <message>
   <source>Otters</source>
   <translation>Loutres</translation>
  </message>
  <message>
   <source>Overskirts</source>
   <translation>Surjupes</translation>
  </message>
  <message>
   <source>Owls</source>
   <translation>Chouettes et hiboux</translation>
  </message>
  <message>
   <source>Oxcarts</source>
   <translation>Chars à bœufs</translation>
  </message>
  <message>
   <source>Oxygen masks</source>
   <translation>Masques à oxygène</translation>
  </message>
  <message>
   <source>Oystercatchers</source>
   <translation>Huîtriers</translation>
  </message>
  <message>
   <source>Packets</source>
   <translation>Sachets</translation>
  </message>
  <message>
   <source>Paddles</source>
   <translation>Pagaies</translation>
  </message>
  <message>
   <source>Paddlewheels</source>
   <translation>Roues à aubes</translation>
  </message>
  <message>
   <source>Padlocks</source>
   <translation>Cadenas</translation>
  </message>
  <message>
   <source>Paintbrushes</source>
   <translation>Pinceaux</translation>
  </message>
  <message>
   <source>Palaces</source>
   <translation>Palais</translation>
  </message>
  <message>
   <source>Pandas</source>
   <translation>Pandas</translation>
  </message>
  <message>
   <source>Panpipes</source>
   <translation>Flûtes de Pan</translation>
  </message>
  <message>
   <source>Paper towels</source>
   <translation>Essuie-tout</translation>
  </message>
  <message>
   <source>Papillons</source>
   <translation>Épagneuls papillons</translation>
  </message>
  <message>
   <source>Parachutes</source>
   <translation>Parachutes</translation>
  </message>
  <message>
   <source>Park benches</source>
   <translation>Bancs publics</translation>
  </message>
  <message>
   <source>Parking meters</source>
   <translation>Parcmètres</translation>
  </message>
  <message>
   <source>Parrots</source>
   <translation>Perroquets</translation>
  </message>
  <message>
   <source>Partridges</source>
   <translation>Perdrix</translation>
  </message>
  <message>
   <source>Patas</source>
   <translation>Patas</translation>
  </message>
  <message>
   <source>Patios</source>
   <translation>Terrasses</translation>
  </message>
  <message>
   <source>Pay phones</source>
   <translation>Téléphones publics</translation>
  </message>
  <message>
   <source>Peacocks</source>
   <translation>Paons</translation>
  </message>
  <message>
   <source>Pedestals</source>
   <translation>Piédestaux</translation>
  </message>
  <message>
   <source>Pekineses</source>
   <translation>Pékinois</translation>
  </message>
  <message>
   <source>Pelicans</source>
   <translation>Pélicans</translation>
  </message>
  <message>
   <source>Pencil boxes</source>
   <translation>Trousses</translation>
  </message>
  <message>
   <source>Pencil sharpeners</source>
   <translation>Taille-crayons</translation>
  </message>
  <message>
   <source>Pendants</source>
   <translation>Pendentifs</translation>
  </message>
  <message>
   <source>Penguins</source>
   <translation>Manchots</translation>
  </message>
  <message>
   <source>Pens</source>
   <translation>Stylos</translation>
  </message>
  <message>
   <source>Pens &amp; pencils</source>
   <translation>Stylos et crayons</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>Perfumes</source>
   <translation>Parfums</translation>
  </message>
  <message>
   <source>Persian cats</source>
   <translation>Chats persans</translation>
  </message>
  <message>
   <source>Petri dishs</source>
   <translation>Boîtes de Petri</translation>
  </message>
  <message>
   <source>Phones</source>
   <translation>Téléphones</translation>
  </message>
  <message>
   <source>Photocopiers</source>
   <translation>Photocopieuses</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Pianos</source>
   <translation>Pianos</translation>
  </message>
  <message>
   <source>Picket fences</source>
   <translation>Palissades</translation>
  </message>
  <message>
   <source>Picks</source>
   <translation>Médiators</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Pick-ups</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Piers</source>
   <translation>Pontons</translation>
  </message>
  <message>
   <source>Pies</source>
   <translation>Tourtes</translation>
  </message>
  <message>
   <source>Piggy banks</source>
   <translation>Tirelires</translation>
  </message>
  <message>
   <source>Pigs</source>
   <translation>Cochons</translation>
  </message>
  <message>
   <source>Pill bottles</source>
   <translation>Flacons de pilules</translation>
  </message>
  <message>
   <source>Pillows</source>
   <translation>Oreillers</translation>
  </message>
  <message>
   <source>Pineapples</source>
   <translation>Ananas</translation>
  </message>
  <message>
   <source>Ping-pong balls</source>
   <translation>Balles de ping-pong</translation>
  </message>
  <message>
   <source>Pinwheels</source>
   <translation>Moulins à vent (jouets)</translation>
  </message>
  <message>
   <source>Pitchers</source>
   <translation>Pichets</translation>
  </message>
  <message>
   <source>Pizzas</source>
   <translation>Pizzas</translation>
  </message>
  <message>
   <source>Places of worship</source>
   <translation>Lieux de culte</translation>
  </message>
  <message>
   <source>Planes</source>
   <translation>Avions</translation>
  </message>
  <message>
   <source>Planetariums</source>
   <translation>Planétariums</translation>
  </message>
  <message>
   <source>Plants</source>
   <translation>Plantes</translation>
  </message>
  <message>
   <source>Plaques</source>
   <translation>Plaques commémoratives</translation>
  </message>
  <message>
   <source>Plasters</source>
   <translation>Pansements</translation>
  </message>
  <message>
   <source>Plastic bags</source>
   <translation>Sacs plastique</translation>
  </message>
  <message>
   <source>Plate racks</source>
   <translation>Égouttoirs</translation>
  </message>
  <message>
   <source>Platypuses</source>
   <translation>Ornithorynques</translation>
  </message>
  <message>
   <source>Plows</source>
   <translation>Charrues</translation>
  </message>
  <message>
   <source>Plungers</source>
   <translation>Ventouses</translation>
  </message>
  <message>
   <source>Pocket computers</source>
   <translation>Ordinateurs de poche</translation>
  </message>
  <message>
   <source>Polar bears</source>
   <translation>Ours polaires</translation>
  </message>
  <message>
   <source>Polecats</source>
   <translation>Putois</translation>
  </message>
  <message>
   <source>Poles</source>
   <translation>Poteaux</translation>
  </message>
  <message>
   <source>Police vans</source>
   <translation>Fourgons de police</translation>
  </message>
  <message>
   <source>Pomegranates</source>
   <translation>Grenades</translation>
  </message>
  <message>
   <source>Pomeranians</source>
   <translation>Spitz nains</translation>
  </message>
  <message>
   <source>Ponchos</source>
   <translation>Ponchos</translation>
  </message>
  <message>
   <source>Poodles</source>
   <translation>Caniches</translation>
  </message>
  <message>
   <source>Pool tables</source>
   <translation>Billards</translation>
  </message>
  <message>
   <source>Porcupines</source>
   <translation>Porcs-épics</translation>
  </message>
  <message>
   <source>Portraits</source>
   <translation>Portraits</translation>
  </message>
  <message>
   <source>Pots &amp; pans</source>
   <translation>Casseroles et poêles</translation>
  </message>
  <message>
   <source>Potter's wheels</source>
   <translation>Tours de potier</translation>
  </message>
  <message>
   <source>Power drills</source>
   <translation>Perceuses</translation>
  </message>
  <message>
   <source>Prairie chickens</source>
   <translation>Tétras des prairies</translation>
  </message>
  <message>
   <source>Prayer rugs</source>
   <translation>Tapis de prière</translation>
  </message>
  <message>
   <source>Pretzels</source>
   <translation>Bretzels</translation>
  </message>
  <message>
   <source>Priests' robes</source>
   <translation>Habits sacerdotaux</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>Imprimantes</translation>
  </message>
  <message>
   <source>Prisons</source>
   <translation>Prisons</translation>
  </message>
  <message>
   <source>Proboscis monkeys</source>
   <translation>Nasiques</translation>
  </message>
  <message>
   <source>Projectiles</source>
   <translation>Projectiles</translation>
  </message>
  <message>
   <source>Projectors</source>
   <translation>Projecteurs vidéo</translation>
  </message>
  <message>
   <source>Ptarmigans</source>
   <translation>Lagopèdes</translation>
  </message>
  <message>
   <source>Pucks</source>
   <translation>Palets</translation>
  </message>
  <message>
   <source>Puffers</source>
   <translation>Poissons-globes</translation>
  </message>
  <message>
   <source>Pugs</source>
   <translation>Carlins</translation>
  </message>
  <message>
   <source>Pumas</source>
   <translation>Pumas</translation>
  </message>
  <message>
   <source>Pumpkin lanterns</source>
   <translation>Citrouilles d’Halloween</translation>
  </message>
  <message>
   <source>Pumpkins</source>
   <translation>Courges</translation>
  </message>
  <message>
   <source>Punching bags</source>
   <translation>Sacs de frappe</translation>
  </message>
  <message>
   <source>Purses</source>
   <translation>Sacs à main</translation>
  </message>
  <message>
   <source>Puzzles</source>
   <translation>Casse-têtes</translation>
  </message>
  <message>
   <source>Pyjamas</source>
   <translation>Pyjamas</translation>
  </message>
  <message>
   <source>Quails</source>
   <translation>Cailles</translation>
  </message>
  <message>
   <source>Quills</source>
   <translation>Plumes à écrire</translation>
  </message>
  <message>
   <source>Quilts</source>
   <translation>Édredons</translation>
  </message>
  <message>
   <source>Quotes</source>
   <translation>Citations</translation>
  </message>
  <message>
   <source>Rabbits</source>
   <translation>Lapins</translation>
  </message>
  <message>
   <source>Racing cars</source>
   <translation>Voitures de course</translation>
  </message>
  <message>
   <source>Rackets</source>
   <translation>Raquettes</translation>
  </message>
  <message>
   <source>Radiators</source>
   <translation>Radiateurs</translation>
  </message>
  <message>
   <source>Radio telescopes</source>
   <translation>Radiotélescopes</translation>
  </message>
  <message>
   <source>Radios</source>
   <translation>Radios</translation>
  </message>
  <message>
   <source>Railway carriages</source>
   <translation>Wagons</translation>
  </message>
  <message>
   <source>Rain barrels</source>
   <translation>Récupérateurs d’eau</translation>
  </message>
  <message>
   <source>Rapeseed fields</source>
   <translation>Champs de colza</translation>
  </message>
  <message>
   <source>Rattlesnakes</source>
   <translation>Serpents à sonnette</translation>
  </message>
  <message>
   <source>Rays</source>
   <translation>Raies</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Reçus</translation>
  </message>
  <message>
   <source>Red pandas</source>
   <translation>Pandas roux</translation>
  </message>
  <message>
   <source>Red wolfs</source>
   <translation>Loups rouges</translation>
  </message>
  <message>
   <source>Red-backed sandpipers</source>
   <translation>Bécasseaux variables</translation>
  </message>
  <message>
   <source>Red-breasted mergansers</source>
   <translation>Harles huppés</translation>
  </message>
  <message>
   <source>Redbones</source>
   <translation>Redbone Coonhounds</translation>
  </message>
  <message>
   <source>Redshanks</source>
   <translation>Chevaliers gambettes</translation>
  </message>
  <message>
   <source>Reels</source>
   <translation>Moulinets</translation>
  </message>
  <message>
   <source>Refrigerators</source>
   <translation>Réfrigérateurs</translation>
  </message>
  <message>
   <source>Remote controls</source>
   <translation>Télécommandes</translation>
  </message>
  <message>
   <source>Reptiles &amp; amphibians</source>
   <translation>Reptiles et amphibiens</translation>
  </message>
  <message>
   <source>Restaurants</source>
   <translation>Restaurants</translation>
  </message>
  <message>
   <source>Retrievers</source>
   <translation>Retrievers</translation>
  </message>
  <message>
   <source>Revolvers</source>
   <translation>Revolvers</translation>
  </message>
  <message>
   <source>Rhinoceros beetles</source>
   <translation>Scarabées rhinocéros</translation>
  </message>
  <message>
   <source>Rhodesian ridgebacks</source>
   <translation>Rhodesian Ridgebacks</translation>
  </message>
  <message>
   <source>Rickshaws</source>
   <translation>Pousse-pousse</translation>
  </message>
  <message>
   <source>Rifles</source>
   <translation>Fusils</translation>
  </message>
  <message>
   <source>Ringneck snakes</source>
   <translation>Couleuvres à collier américaines</translation>
  </message>
  <message>
   <source>Robins</source>
   <translation>Rouges-gorges</translation>
  </message>
  <message>
   <source>Rock pythons</source>
   <translation>Pythons de Seba</translation>
  </message>
  <message>
   <source>Rocking chairs</source>
   <translation>Fauteuils à bascule</translation>
  </message>
  <message>
   <source>Rodents</source>
   <translation>Rongeurs</translation>
  </message>
  <message>
   <source>Roosters</source>
   <translation>Coqs</translation>
  </message>
  <message>
   <source>Rose hips</source>
   <translation>Cynorhodons</translation>
  </message>
  <message>
   <source>Rotisseries</source>
   <translation>Rôtissoires</translation>
  </message>
  <message>
   <source>Rottweilers</source>
   <translation>Rottweilers</translation>
  </message>
  <message>
   <source>Rubbish bins</source>
   <translation>Poubelles</translation>
  </message>
  <message>
   <source>Ruddy turnstones</source>
   <translation>Tournepierres</translation>
  </message>
  <message>
   <source>Rugby balls</source>
   <translation>Ballons de rugby</translation>
  </message>
  <message>
   <source>Rulers</source>
   <translation>Règles</translation>
  </message>
  <message>
   <source>Safes</source>
   <translation>Coffres-forts</translation>
  </message>
  <message>
   <source>Safety pins</source>
   <translation>Épingles de sûreté</translation>
  </message>
  <message>
   <source>Sailing boats</source>
   <translation>Voiliers</translation>
  </message>
  <message>
   <source>Sailing ships</source>
   <translation>Grands voiliers</translation>
  </message>
  <message>
   <source>Saint Bernards</source>
   <translation>Saint-bernards</translation>
  </message>
  <message>
   <source>Salamanders</source>
   <translation>Salamandres</translation>
  </message>
  <message>
   <source>Salmon</source>
   <translation>Saumons</translation>
  </message>
  <message>
   <source>Saltshakers</source>
   <translation>Salières</translation>
  </message>
  <message>
   <source>Salukis</source>
   <translation>Salukis</translation>
  </message>
  <message>
   <source>Samoyeds</source>
   <translation>Samoyèdes</translation>
  </message>
  <message>
   <source>Sandals</source>
   <translation>Sandales</translation>
  </message>
  <message>
   <source>Sarongs</source>
   <translation>Paréos</translation>
  </message>
  <message>
   <source>Saxophones</source>
   <translation>Saxophones</translation>
  </message>
  <message>
   <source>Scabbards</source>
   <translation>Fourreaux</translation>
  </message>
  <message>
   <source>Scales</source>
   <translation>Balances</translation>
  </message>
  <message>
   <source>Scarves</source>
   <translation>Écharpes</translation>
  </message>
  <message>
   <source>Schipperkes</source>
   <translation>Schipperkes</translation>
  </message>
  <message>
   <source>School buses</source>
   <translation>Cars scolaires</translation>
  </message>
  <message>
   <source>Scooters</source>
   <translation>Scooters</translation>
  </message>
  <message>
   <source>Scoreboards</source>
   <translation>Tableaux d’affichage</translation>
  </message>
  <message>
   <source>Scorpions</source>
   <translation>Scorpions</translation>
  </message>
  <message>
   <source>Scotch terriers</source>
   <translation>Terriers écossais</translation>
  </message>
  <message>
   <source>Scottish deerhounds</source>
   <translation>Lévriers écossais</translation>
  </message>
  <message>
   <source>Screens</source>
   <translation>Écrans</translation>
  </message>
  <message>
   <source>Screenshots</source>
   <translation>Captures d’écran</translation>
  </message>
  <message>
   <source>Screwdrivers</source>
   <translation>Tournevis</translation>
  </message>
  <message>
   <source>Screws</source>
   <translation>Vis</translation>
  </message>
  <message>
   <source>Screws &amp; nails</source>
   <translation>Vis et clous</translation>
  </message>
  <message>
   <source>Sea anemones</source>
   <translation>Anémones de mer</translation>
  </message>
  <message>
   <source>Sea cucumbers</source>
   <translation>Concombres de mer</translation>
  </message>
  <message>
   <source>Sea life</source>
   <translation>Vie marine</translation>
  </message>
  <message>
   <source>Sea lions</source>
   <translation>Otaries</translation>
  </message>
  <message>
   <source>Sea slugs</source>
   <translation>Limaces de mer</translation>
  </message>
  <message>
   <source>Sea snakes</source>
   <translation>Serpents marins</translation>
  </message>
  <message>
   <source>Sea turtles</source>
   <translation>Tortues marines</translation>
  </message>
  <message>
   <source>Sea urchins</source>
   <translation>Oursins</translation>
  </message>
  <message>
   <source>Seabirds</source>
   <translation>Oiseaux de mer</translation>
  </message>
  <message>
   <source>Sealyham terriers</source>
   <translation>Sealyham Terriers</translation>
  </message>
  <message>
   <source>Seat belts</source>
   <translation>Ceintures de sécurité</translation>
  </message>
  <message>
   <source>Seats</source>
   <translation>Sièges</translation>
  </message>
  <message>
   <source>Sewing machines</source>
   <translation>Machines à coudre</translation>
  </message>
  <message>
   <source>Sharks</source>
   <translation>Requins</translation>
  </message>
  <message>
   <source>Sheep</source>
   <translation>Moutons</translation>
  </message>
  <message>
   <source>Sheep &amp; goats</source>
   <translation>Moutons et chèvres</translation>
  </message>
  <message>
   <source>Sheepdogs</source>
   <translation>Chiens de berger</translation>
  </message>
  <message>
   <source>Shetland sheepdogs</source>
   <translation>Bergers des Shetland</translation>
  </message>
  <message>
   <source>Shields</source>
   <translation>Boucliers</translation>
  </message>
  <message>
   <source>Shih-Tzus</source>
   <translation>Shih Tzus</translation>
  </message>
  <message>
   <source>Ships</source>
   <translation>Navires</translation>
  </message>
  <message>
   <source>Shoe shops</source>
   <translation>Magasins de chaussures</translation>
  </message>
  <message>
   <source>Shoes</source>
   <translation>Chaussures</translation>
  </message>
  <message>
   <source>Shojis</source>
   <translation>Shojis</translation>
  </message>
  <message>
   <source>Shopping baskets</source>
   <translation>Paniers de courses</translation>
  </message>
  <message>
   <source>Shopping carts</source>
   <translation>Chariots de supermarché</translation>
  </message>
  <message>
   <source>Shops</source>
   <translation>Magasins</translation>
  </message>
  <message>
   <source>Shovels</source>
   <translation>Pelles</translation>
  </message>
  <message>
   <source>Shower caps</source>
   <translation>Bonnets de douche</translation>
  </message>
  <message>
   <source>Shower curtains</source>
   <translation>Rideaux de douche</translation>
  </message>
  <message>
   <source>Siamangs</source>
   <translation>Siamangs</translation>
  </message>
  <message>
   <source>Siamese cats</source>
   <translation>Chats siamois</translation>
  </message>
  <message>
   <source>Siberian huskies</source>
   <translation>Huskies de Sibérie</translation>
  </message>
  <message>
   <source>Sidewinders</source>
   <translation>Crotales cornus</translation>
  </message>
  <message>
   <source>Silky terriers</source>
   <translation>Silky Terriers</translation>
  </message>
  <message>
   <source>Ski masks</source>
   <translation>Cagoules</translation>
  </message>
  <message>
   <source>Skis</source>
   <translation>Skis</translation>
  </message>
  <message>
   <source>Skunks</source>
   <translation>Mouffettes</translation>
  </message>
  <message>
   <source>Sleeping bags</source>
   <translation>Sacs de couchage</translation>
  </message>
  <message>
   <source>Slide rules</source>
   <translation>Règles à calcul</translation>
  </message>
  <message>
   <source>Sliding doors</source>
   <translation>Portes coulissantes</translation>
  </message>
  <message>
   <source>Slot machines</source>
   <translation>Machines à sous</translation>
  </message>
  <message>
   <source>Sloth bears</source>
   <translation>Ours lippus</translation>
  </message>
  <message>
   <source>Sloths</source>
   <translation>Paresseux</translation>
  </message>
  <message>
   <source>Slugs</source>
   <translation>Limaces</translation>
  </message>
  <message>
   <source>Small lizards</source>
   <translation>Petits lézards</translation>
  </message>
  <message>
   <source>Snails</source>
   <translation>Escargots</translation>
  </message>
  <message>
   <source>Snakes</source>
   <translation>Serpents</translation>
  </message>
  <message>
   <source>Snorkels</source>
   <translation>Tubas</translation>
  </message>
  <message>
   <source>Snow leopards</source>
   <translation>Panthères des neiges</translation>
  </message>
  <message>
   <source>Snowmobiles</source>
   <translation>Motoneiges</translation>
  </message>
  <message>
   <source>Snowplows</source>
   <translation>Chasse-neige</translation>
  </message>
  <message>
   <source>Soap dispensers</source>
   <translation>Distributeurs de savon</translation>
  </message>
  <message>
   <source>Soccer balls</source>
   <translation>Ballons de football</translation>
  </message>
  <message>
   <source>Socks</source>
   <translation>Chaussettes</translation>
  </message>
  <message>
   <source>Soda bottles</source>
   <translation>Bouteilles de soda</translation>
  </message>
  <message>
   <source>Sofas</source>
   <translation>Canapés</translation>
  </message>
  <message>
   <source>Soft-coated wheaten terriers</source>
   <translation>Terriers irlandais à poil doux</translation>
  </message>
  <message>
   <source>Solar panels</source>
   <translation>Panneaux solaires</translation>
  </message>
  <message>
   <source>Sombreros</source>
   <translation>Sombreros</translation>
  </message>
  <message>
   <source>Songbirds</source>
   <translation>Oiseaux chanteurs</translation>
  </message>
  <message>
   <source>Soup</source>
   <translation>Soupe</translation>
  </message>
  <message>
   <source>Soup bowls</source>
   <translation>Bols à soupe</translation>
  </message>
  <message>
   <source>Space bars</source>
   <translation>Barres d’espace</translation>
  </message>
  <message>
   <source>Space heaters</source>
   <translation>Chauffages d’appoint</translation>
  </message>
  <message>
   <source>Space shuttles</source>
   <translation>Navettes spatiales</translation>
  </message>
  <message>
   <source>Spaniels</source>
   <translation>Épagneuls</translation>
  </message>
  <message>
   <source>Spatulas</source>
   <translation>Spatules</translation>
  </message>
  <message>
   <source>Speedboats</source>
   <translation>Hors-bord</translation>
  </message>
  <message>
   <source>Spider monkeys</source>
   <translation>Singes-araignées</translation>
  </message>
  <message>
   <source>Spider webs</source>
   <translation>Toiles d’araignée</translation>
  </message>
  <message>
   <source>Spiders</source>
   <translation>Araignées</translation>
  </message>
  <message>
   <source>Spiked helmets</source>
   <translation>Casques à pointe</translation>
  </message>
  <message>
   <source>Spindles</source>
   <translation>Fuseaux</translation>
  </message>
  <message>
   <source>Spoonbills</source>
   <translation>Spatules blanches</translation>
  </message>
  <message>
   <source>Sports</source>
   <translation>Sports</translation>
  </message>
  <message>
   <source>Sports cars</source>
   <translation>Voitures de sport</translation>
  </message>
  <message>
   <source>Spotlights</source>
   <translation>Projecteurs</translation>
  </message>
  <message>
   <source>Spotted salamanders</source>
   <translation>Salamandres maculées</translation>
  </message>
  <message>
   <source>Squirrel monkeys</source>
   <translation>Singes-écureuils</translation>
  </message>
  <message>
   <source>Squirrels</source>
   <translation>Écureuils</translation>
  </message>
  <message>
   <source>Staffordshire bullterriers</source>
   <translation>Staffordshire Bull Terriers</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>Scènes</translation>
  </message>
  <message>
   <source>Standard poodles</source>
   <translation>Grands caniches</translation>
  </message>
  <message>
   <source>Standard schnauzers</source>
   <translation>Schnauzers moyens</translation>
  </message>
  <message>
   <source>Standing stones</source>
   <translation>Menhirs</translation>
  </message>
  <message>
   <source>Starfish</source>
   <translation>Étoiles de mer</translation>
  </message>
  <message>
   <source>Steam trains</source>
   <translation>Trains à vapeur</translation>
  </message>
  <message>
   <source>Steel drums</source>
   <translation>Steel drums</translation>
  </message>
  <message>
   <source>Stethoscopes</source>
   <translation>Stéthoscopes</translation>
  </message>
  <message>
   <source>Stick insects</source>
   <translation>Phasmes</translation>
  </message>
  <message>
   <source>Stingrays</source>
   <translation>Raies pastenagues</translation>
  </message>
  <message>
   <source>Stone walls</source>
   <translation>Murs de pierre</translation>
  </message>
  <message>
   <source>Stopwatches</source>
   <translation>Chronomètres</translation>
  </message>
  <message>
   <source>Storks</source>
   <translation>Cigognes</translation>
  </message>
  <message>
   <source>Stoves</source>
   <translation>Cuisinières</translation>
  </message>
  <message>
   <source>Strainers</source>
   <translation>Passoires</translation>
  </message>
  <message>
   <source>Strawberries</source>
   <translation>Fraises</translation>
  </message>
  <message>
   <source>Street signs</source>
   <translation>Panneaux</translation>
  </message>
  <message>
   <source>Streetcars</source>
   <translation>Tramways</translation>
  </message>
  <message>
   <source>Stretchers</source>
   <translation>Brancards</translation>
  </message>
  <message>
   <source>String instruments</source>
   <translation>Instruments à cordes</translation>
  </message>
  <message>
   <source>Stupas</source>
   <translation>Stupas</translation>
  </message>
  <message>
   <source>Sturgeons</source>
   <translation>Esturgeons</translation>
  </message>
  <message>
   <source>Submarines</source>
   <translation>Sous-marins</translation>
  </message>
  <message>
   <source>Suits</source>
   <translation>Costumes habillés</translation>
  </message>
  <message>
   <source>Sulphur-crested cockatoos</source>
   <translation>Cacatoès à huppe jaune</translation>
  </message>
  <message>
   <source>Sundials</source>
   <translation>Cadrans solaires</translation>
  </message>
  <message>
   <source>Sunglasses</source>
   <translation>Lunettes de soleil</translation>
  </message>
  <message>
   <source>Sunscreens</source>
   <translation>Crèmes solaires</translation>
  </message>
  <message>
   <source>Sussex spaniels</source>
   <translation>Sussex Spaniels</translation>
  </message>
  <message>
   <source>Sweaters</source>
   <translation>Pulls</translation>
  </message>
  <message>
   <source>Sweatshirts</source>
   <translation>Sweat-shirts</translation>
  </message>
  <message>
   <source>Sweet shops</source>
   <translation>Confiseries</translation>
  </message>
  <message>
   <source>Swimming trunks</source>
   <translation>Slips de bain</translation>
  </message>
  <message>
   <source>Swimsuits</source>
   <translation>Maillots de bain</translation>
  </message>
  <message>
   <source>Swimwear</source>
   <translation>Tenues de bain</translation>
  </message>
  <message>
   <source>Swings</source>
   <translation>Balançoires</translation>
  </message>
  <message>
   <source>Switches</source>
   <translation>Interrupteurs</translation>
  </message>
  <message>
   <source>Syringes</source>
   <translation>Seringues</translation>
  </message>
  <message>
   <source>T-shirts</source>
   <translation>T-shirts</translation>
  </message>
  <message>
   <source>Tabby cats</source>
   <translation>Chats tigrés</translation>
  </message>
  <message>
   <source>Table lamps</source>
   <translation>Lampes de table</translation>
  </message>
  <message>
   <source>Tailed frogs</source>
   <translation>Grenouilles à queue</translation>
  </message>
  <message>
   <source>Tanks</source>
   <translation>Chars</translation>
  </message>
  <message>
   <source>Tape players</source>
   <translation>Magnétophones</translation>
  </message>
  <message>
   <source>Tarantulas</source>
   <translation>Tarentules</translation>
  </message>
  <message>
   <source>Taxis</source>
   <translation>Taxis</translation>
  </message>
  <message>
   <source>Teapots</source>
   <translation>Théières</translation>
  </message>
  <message>
   <source>Teddy bears</source>
   <translation>Ours en peluche</translation>
  </message>
  <message>
   <source>Telephones</source>
   <translation>Téléphones fixes</translation>
  </message>
  <message>
   <source>Televisions</source>
   <translation>Télévisions</translation>
  </message>
  <message>
   <source>Tenches</source>
   <translation>Tanches</translation>
  </message>
  <message>
   <source>Tennis balls</source>
   <translation>Balles de tennis</translation>
  </message>
  <message>
   <source>Terrapins</source>
   <translation>Tortues d’eau douce</translation>
  </message>
  <message>
   <source>Terriers</source>
   <translation>Chiens terriers</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Texte</translation>
  </message>
  <message>
   <source>Thatched roofs</source>
   <translation>Toits de chaume</translation>
  </message>
  <message>
   <source>Theater curtains</source>
   <translation>Rideaux de théâtre</translation>
  </message>
  <message>
   <source>Thimbles</source>
   <translation>Dés à coudre</translation>
  </message>
  <message>
   <source>Threshers</source>
   <translation>Batteuses</translation>
  </message>
  <message>
   <source>Thrones</source>
   <translation>Trônes</translation>
  </message>
  <message>
   <source>Thunder snakes</source>
   <translation>Carphophis</translation>
  </message>
  <message>
   <source>Tibetan mastiffs</source>
   <translation>Dogues du Tibet</translation>
  </message>
  <message>
   <source>Tibetan terriers</source>
   <translation>Terriers tibétains</translation>
  </message>
  <message>
   <source>Ticks</source>
   <translation>Tiques</translation>
  </message>
  <message>
   <source>Ties</source>
   <translation>Cravates</translation>
  </message>
  <message>
   <source>Tiger beetles</source>
   <translation>Cicindèles</translation>
  </message>
  <message>
   <source>Tiger sharks</source>
   <translation>Requins tigres</translation>
  </message>
  <message>
   <source>Tigers</source>
   <translation>Tigres</translation>
  </message>
  <message>
   <source>Tiled roofs</source>
   <translation>Toits de tuiles</translation>
  </message>
  <message>
   <source>Titi monkeys</source>
   <translation>Titis</translation>
  </message>
  <message>
   <source>Toasters</source>
   <translation>Grille-pain</translation>
  </message>
  <message>
   <source>Tobacco shops</source>
   <translation>Bureaux de tabac</translation>
  </message>
  <message>
   <source>Toilet paper</source>
   <translation>Papier toilette</translation>
  </message>
  <message>
   <source>Toilet seats</source>
   <translation>Sièges de toilettes</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Outils</translation>
  </message>
  <message>
   <source>Torches</source>
   <translation>Torches</translation>
  </message>
  <message>
   <source>Totem poles</source>
   <translation>Mâts totémiques</translation>
  </message>
  <message>
   <source>Toucans</source>
   <translation>Toucans</translation>
  </message>
  <message>
   <source>Tow trucks</source>
   <translation>Dépanneuses</translation>
  </message>
  <message>
   <source>Toy poodles</source>
   <translation>Caniches toys</translation>
  </message>
  <message>
   <source>Toy terriers</source>
   <translation>Terriers nains</translation>
  </message>
  <message>
   <source>Toys</source>
   <translation>Jouets</translation>
  </message>
  <message>
   <source>Toyshops</source>
   <translation>Magasins de jouets</translation>
  </message>
  <message>
   <source>Tractors</source>
   <translation>Tracteurs</translation>
  </message>
  <message>
   <source>Traffic lights</source>
   <translation>Feux de circulation</translation>
  </message>
  <message>
   <source>Trainers</source>
   <translation>Baskets</translation>
  </message>
  <message>
   <source>Trains</source>
   <translation>Trains</translation>
  </message>
  <message>
   <source>Trays</source>
   <translation>Plateaux</translation>
  </message>
  <message>
   <source>Tree frogs</source>
   <translation>Rainettes</translation>
  </message>
  <message>
   <source>Trench coats</source>
   <translation>Trench-coats</translation>
  </message>
  <message>
   <source>Tricycles</source>
   <translation>Tricycles</translation>
  </message>
  <message>
   <source>Trifles</source>
   <translation>Diplomates</translation>
  </message>
  <message>
   <source>Trilobites</source>
   <translation>Fossiles de trilobites</translation>
  </message>
  <message>
   <source>Trimarans</source>
   <translation>Trimarans</translation>
  </message>
  <message>
   <source>Tripods</source>
   <translation>Trépieds</translation>
  </message>
  <message>
   <source>Triumphal arches</source>
   <translation>Arcs de triomphe</translation>
  </message>
  <message>
   <source>Trolleybuses</source>
   <translation>Trolleybus</translation>
  </message>
  <message>
   <source>Trombones</source>
   <translation>Trombones</translation>
  </message>
  <message>
   <source>Tropical fish</source>
   <translation>Poissons tropicaux</translation>
  </message>
  <message>
   <source>Trucks</source>
   <translation>Camions</translation>
  </message>
  <message>
   <source>Tubs</source>
   <translation>Cuves</translation>
  </message>
  <message>
   <source>Turnstiles</source>
   <translation>Tourniquets</translation>
  </message>
  <message>
   <source>Turtles</source>
   <translation>Tortues</translation>
  </message>
  <message>
   <source>Typewriter keyboards</source>
   <translation>Claviers de machine à écrire</translation>
  </message>
  <message>
   <source>Umbrellas</source>
   <translation>Parapluies</translation>
  </message>
  <message>
   <source>Underwear</source>
   <translation>Sous-vêtements</translation>
  </message>
  <message>
   <source>Unicycles</source>
   <translation>Monocycles</translation>
  </message>
  <message>
   <source>Uniforms</source>
   <translation>Uniformes</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Incertaines</translation>
  </message>
  <message>
   <source>Vacuum cleaners</source>
   <translation>Aspirateurs</translation>
  </message>
  <message>
   <source>Valleys</source>
   <translation>Vallées</translation>
  </message>
  <message>
   <source>Vans</source>
   <translation>Fourgonnettes</translation>
  </message>
  <message>
   <source>Vases</source>
   <translation>Vases</translation>
  </message>
  <message>
   <source>Vaulted ceilings</source>
   <translation>Voûtes</translation>
  </message>
  <message>
   <source>Vegetables</source>
   <translation>Légumes</translation>
  </message>
  <message>
   <source>Vehicles</source>
   <translation>Véhicules</translation>
  </message>
  <message>
   <source>Velvet</source>
   <translation>Velours</translation>
  </message>
  <message>
   <source>Vending machines</source>
   <translation>Distributeurs automatiques</translation>
  </message>
  <message>
   <source>Viaducts</source>
   <translation>Viaducs</translation>
  </message>
  <message>
   <source>Vine snakes</source>
   <translation>Serpents lianes</translation>
  </message>
  <message>
   <source>Vintage cars</source>
   <translation>Voitures anciennes</translation>
  </message>
  <message>
   <source>Violins</source>
   <translation>Violons</translation>
  </message>
  <message>
   <source>Vizslas</source>
   <translation>Braques hongrois</translation>
  </message>
  <message>
   <source>Volcanos</source>
   <translation>Volcans</translation>
  </message>
  <message>
   <source>Volleyballs</source>
   <translation>Ballons de volley</translation>
  </message>
  <message>
   <source>Vultures</source>
   <translation>Vautours</translation>
  </message>
  <message>
   <source>Waders</source>
   <translation>Échassiers</translation>
  </message>
  <message>
   <source>Waffle irons</source>
   <translation>Gaufriers</translation>
  </message>
  <message>
   <source>Walker hounds</source>
   <translation>Treeing Walker Coonhounds</translation>
  </message>
  <message>
   <source>Wallabies</source>
   <translation>Wallabys</translation>
  </message>
  <message>
   <source>Wallets</source>
   <translation>Portefeuilles</translation>
  </message>
  <message>
   <source>Wardrobes</source>
   <translation>Penderies</translation>
  </message>
  <message>
   <source>Warplanes</source>
   <translation>Avions de guerre</translation>
  </message>
  <message>
   <source>Warthogs</source>
   <translation>Phacochères</translation>
  </message>
  <message>
   <source>Washbasins</source>
   <translation>Lavabos</translation>
  </message>
  <message>
   <source>Washing machines</source>
   <translation>Lave-linge</translation>
  </message>
  <message>
   <source>Water birds</source>
   <translation>Oiseaux d’eau</translation>
  </message>
  <message>
   <source>Water bottles</source>
   <translation>Gourdes</translation>
  </message>
  <message>
   <source>Water jugs</source>
   <translation>Cruches</translation>
  </message>
  <message>
   <source>Water ouzels</source>
   <translation>Cincles plongeurs</translation>
  </message>
  <message>
   <source>Water snakes</source>
   <translation>Couleuvres d’eau</translation>
  </message>
  <message>
   <source>Water towers</source>
   <translation>Châteaux d’eau</translation>
  </message>
  <message>
   <source>Weapons</source>
   <translation>Armes</translation>
  </message>
  <message>
   <source>Weasels</source>
   <translation>Belettes</translation>
  </message>
  <message>
   <source>Weasels &amp; otters</source>
   <translation>Belettes et loutres</translation>
  </message>
  <message>
   <source>Weddings</source>
   <translation>Mariages</translation>
  </message>
  <message>
   <source>Weevils</source>
   <translation>Charançons</translation>
  </message>
  <message>
   <source>Weimaraners</source>
   <translation>Braques de Weimar</translation>
  </message>
  <message>
   <source>Welsh springer spaniels</source>
   <translation>Springers gallois</translation>
  </message>
  <message>
   <source>West Highland white terriers</source>
   <translation>Westies</translation>
  </message>
  <message>
   <source>Whales</source>
   <translation>Baleines</translation>
  </message>
  <message>
   <source>Whippets</source>
   <translation>Whippets</translation>
  </message>
  <message>
   <source>Whiptails</source>
   <translation>Lézards fouette-queue</translation>
  </message>
  <message>
   <source>Whiskey jugs</source>
   <translation>Cruchons de whisky</translation>
  </message>
  <message>
   <source>Whistles</source>
   <translation>Sifflets</translation>
  </message>
  <message>
   <source>Whiteboards</source>
   <translation>Tableaux blancs</translation>
  </message>
  <message>
   <source>Wigs</source>
   <translation>Perruques</translation>
  </message>
  <message>
   <source>Wild boars</source>
   <translation>Sangliers</translation>
  </message>
  <message>
   <source>Wild cats</source>
   <translation>Félins</translation>
  </message>
  <message>
   <source>Wind instruments</source>
   <translation>Instruments à vent</translation>
  </message>
  <message>
   <source>Window screens</source>
   <translation>Moustiquaires de fenêtre</translation>
  </message>
  <message>
   <source>Window shades</source>
   <translation>Stores</translation>
  </message>
  <message>
   <source>Wine</source>
   <translation>Vin</translation>
  </message>
  <message>
   <source>Wine bottles</source>
   <translation>Bouteilles de vin</translation>
  </message>
  <message>
   <source>Wire-haired fox terriers</source>
   <translation>Fox-terriers à poil dur</translation>
  </message>
  <message>
   <source>Woks</source>
   <translation>Woks</translation>
  </message>
  <message>
   <source>Wolf spiders</source>
   <translation>Araignées-loups</translation>
  </message>
  <message>
   <source>Wolves</source>
   <translation>Loups</translation>
  </message>
  <message>
   <source>Wombats</source>
   <translation>Wombats</translation>
  </message>
  <message>
   <source>Wooden spoons</source>
   <translation>Cuillères en bois</translation>
  </message>
  <message>
   <source>Wool</source>
   <translation>Laine</translation>
  </message>
  <message>
   <source>Wrecks</source>
   <translation>Épaves</translation>
  </message>
  <message>
   <source>Yorkshire terriers</source>
   <translation>Yorkshire Terriers</translation>
  </message>
  <message>
   <source>Yurts</source>
   <translation>Yourtes</translation>
  </message>
  <message>
   <source>Zebras</source>
   <translation>Zèbres</translation>
  </message>
  <message>
   <source>black &amp; white</source>
   <translation>noir et blanc</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>tons bleus</translation>
  </message>
  <message>
   <source>colourful</source>
   <translation>couleurs vives</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>tons sombres</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>en dessin</translation>
  </message>
  <message>
   <source>green</source>
   <translation>tons verts</translation>
  </message>
  <message>
   <source>long</source>
   <translation>tout en longueur</translation>
  </message>
  <message>
   <source>orange &amp; brown</source>
   <translation>tons orange et bruns</translation>
  </message>
  <message>
   <source>other</source>
   <translation>divers</translation>
  </message>
  <message>
   <source>purple</source>
   <translation>tons violets</translation>
  </message>
  <message>
   <source>red</source>
   <translation>tons rouges</translation>
  </message>
  <message>
   <source>upright</source>
   <translation>en hauteur</translation>
  </message>
  <message>
   <source>wide</source>
   <translation>en largeur</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>tons jaunes</translation>
  </message>
 </context>
 <context>
  <name>commands</name>
  <message>
   <source>Cluster › Merge into</source>
   <translation>Groupe › Fusionner avec</translation>
  </message>
  <message>
   <source>Cluster › Split into</source>
   <translation>Groupe › Diviser en</translation>
  </message>
  <message>
   <source>Edit › Move to</source>
   <translation>Édition › Déplacer vers</translation>
  </message>
  <message>
   <source>Go to cluster</source>
   <translation>Aller au groupe</translation>
  </message>
  <message>
   <source>Go to person</source>
   <translation>Aller à la personne</translation>
  </message>
  <message>
   <source>Merge into {0}</source>
   <translation>Fusionner avec {0}</translation>
  </message>
  <message>
   <source>Merge {0} into which cluster?</source>
   <translation>Fusionner {0} avec quel groupe ?</translation>
  </message>
  <message>
   <source>Merge {0} into whom?</source>
   <translation>Fusionner {0} avec qui ?</translation>
  </message>
  <message>
   <source>Move to {0}</source>
   <translation>Déplacer vers {0}</translation>
  </message>
  <message>
   <source>People › Merge into</source>
   <translation>Personnes › Fusionner avec</translation>
  </message>
  <message>
   <source>Split into: {0}</source>
   <translation>Diviser en : {0}</translation>
  </message>
  <message>
   <source>This library can only be looked at: it cannot be written.</source>
   <translation>Cette bibliothèque peut seulement être regardée : elle ne peut pas être écrite.</translation>
  </message>
  <message>
   <source>Where to?</source>
   <translation>Vers où ?</translation>
  </message>
 </context>
 <context>
  <name>dates</name>
  <message>
   <source>from the camera (EXIF)</source>
   <translation>d’après l’appareil photo (EXIF)</translation>
  </message>
  <message>
   <source>from the file</source>
   <translation>d’après le fichier</translation>
  </message>
  <message>
   <source>from the file's name</source>
   <translation>d’après le nom du fichier</translation>
  </message>
  <message>
   <source>from the picture's caption (IPTC)</source>
   <translation>d’après la légende de l’image (IPTC)</translation>
  </message>
  <message>
   <source>from the picture's description (XMP)</source>
   <translation>d’après la description de l’image (XMP)</translation>
  </message>
  <message>
   <source>from the satellites (GPS): world time, UTC</source>
   <translation>d’après les satellites (GPS) : heure universelle, UTC</translation>
  </message>
  <message>
   <source>when the picture was last changed</source>
   <translation>dernière modification de l’image</translation>
  </message>
 </context>
 <context>
  <name>device</name>
  <message>
   <source>A download of up to {0}, and up to {1} on the disk.</source>
   <translation>Jusqu’à {0} à télécharger, et jusqu’à {1} sur le disque.</translation>
  </message>
  <message>
   <source>Fetch it anew</source>
   <translation>Le télécharger de nouveau</translation>
  </message>
  <message>
   <source>Get it</source>
   <translation>L’obtenir</translation>
  </message>
  <message>
   <source>Get the new one</source>
   <translation>Obtenir le nouveau</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Photoloom could compute on your {0}: that takes a download of up to {1}, and up to {2} on the disk.</source>
   <translation>Photoloom pourrait calculer sur votre {0} : il faut pour cela télécharger jusqu’à {1}, et jusqu’à {2} sur le disque.</translation>
  </message>
  <message>
   <source>Processor: {0}</source>
   <translation>Processeur : {0}</translation>
  </message>
  <message>
   <source>The GPU pack is installed. It takes {0} on the disk.</source>
   <translation>Le module GPU est installé. Il occupe {0} sur le disque.</translation>
  </message>
  <message>
   <source>The graphics card looks at your photos and learns from them</source>
   <translation>La carte graphique regarde vos photos et en apprend</translation>
  </message>
  <message>
   <source>The graphics card looks at your photos, and the processor learns from them</source>
   <translation>La carte graphique regarde vos photos, et le processeur en apprend</translation>
  </message>
  <message>
   <source>The processor looks at your photos and learns from them</source>
   <translation>Le processeur regarde vos photos et en apprend</translation>
  </message>
  <message>
   <source>The processor looks at your photos, and the graphics card learns from them</source>
   <translation>Le processeur regarde vos photos, et la carte graphique en apprend</translation>
  </message>
  <message>
   <source>With the GPU pack, Photoloom computes on your {0}.</source>
   <translation>Avec le module GPU, Photoloom calcule sur votre {0}.</translation>
  </message>
  <message>
   <source>matrix product: {0} ms</source>
   <translation>produit de matrices : {0} ms</translation>
  </message>
 </context>
 <context>
  <name>edit_outcomes</name>
  <message>
   <source>2 photos stay apart from the next retrain on</source>
   <translation>2 photos restent séparées dès le prochain entraînement</translation>
  </message>
  <message>
   <source>2 photos stay together from the next retrain on</source>
   <translation>2 photos restent ensemble dès le prochain entraînement</translation>
  </message>
  <message>
   <source>All are kept: {photos} that look the same</source>
   <translation>Toutes gardées : {photos} qui se ressemblent</translation>
  </message>
  <message>
   <source>All photos are in 1 cluster now</source>
   <translation>Toutes les photos sont maintenant dans 1 groupe</translation>
  </message>
  <message>
   <source>Done: {0}</source>
   <translation>Fait : {0}</translation>
  </message>
  <message>
   <source>Retrained</source>
   <translation>Réentraîné</translation>
  </message>
  <message>
   <source>Retrained into 1 cluster</source>
   <translation>Réentraîné en 1 groupe</translation>
  </message>
  <message>
   <source>Retrained into {number} clusters</source>
   <translation>Réentraîné en {number} groupes</translation>
  </message>
  <message>
   <source>Shown again: {0} photo that looks the same</source>
   <translation>De nouveau montrée : {0} photo qui se ressemble</translation>
  </message>
  <message>
   <source>Shown again: {0} photos that look the same</source>
   <translation>De nouveau montrées : {0} photos qui se ressemblent</translation>
  </message>
  <message>
   <source>The clusters of {moment} are back</source>
   <translation>Les groupes du {moment} sont de retour</translation>
  </message>
  <message>
   <source>The photos are in {number} clusters now</source>
   <translation>Les photos sont maintenant dans {number} groupes</translation>
  </message>
  <message>
   <source>Undone: {0}</source>
   <translation>Annulé : {0}</translation>
  </message>
  <message>
   <source>What was refused stays where it is: it teaches the next retrain</source>
   <translation>Ce qui a été refusé reste en place et instruit le prochain entraînement</translation>
  </message>
  <message>
   <source>{0} and {1} are one cluster now</source>
   <translation>{0} et {1} ne font plus qu’un groupe</translation>
  </message>
  <message>
   <source>{0} is {1} clusters now</source>
   <translation>{0} forme maintenant {1} groupes</translation>
  </message>
  <message>
   <source>{0} photo kept out of {1}</source>
   <translation>{0} photo écartée de {1}</translation>
  </message>
  <message>
   <source>{0} photo kept out of {1}: it is in {2} now</source>
   <translation>{0} photo écartée de {1} : elle est maintenant dans {2}</translation>
  </message>
  <message>
   <source>{0} photo moved to {1}</source>
   <translation>{0} photo déplacée vers {1}</translation>
  </message>
  <message>
   <source>{0} photo stays in {1}</source>
   <translation>{0} photo reste dans {1}</translation>
  </message>
  <message>
   <source>{0} photo turned to the left</source>
   <translation>{0} photo tournée à gauche</translation>
  </message>
  <message>
   <source>{0} photo turned to the right</source>
   <translation>{0} photo tournée à droite</translation>
  </message>
  <message>
   <source>{0} photos kept out of {1}</source>
   <translation>{0} photos écartées de {1}</translation>
  </message>
  <message>
   <source>{0} photos kept out of {1}: they are in {2} now</source>
   <translation>{0} photos écartées de {1} : elles sont maintenant dans {2}</translation>
  </message>
  <message>
   <source>{0} photos moved to {1}</source>
   <translation>{0} photos déplacées vers {1}</translation>
  </message>
  <message>
   <source>{0} photos stay in {1}</source>
   <translation>{0} photos restent dans {1}</translation>
  </message>
  <message>
   <source>{0} photos turned to the left</source>
   <translation>{0} photos tournées à gauche</translation>
  </message>
  <message>
   <source>{0} photos turned to the right</source>
   <translation>{0} photos tournées à droite</translation>
  </message>
  <message>
   <source>{1} and {2} are one cluster now: {0} photo</source>
   <translation>{1} et {2} ne font plus qu’un groupe : {0} photo</translation>
  </message>
  <message>
   <source>{1} and {2} are one cluster now: {0} photos</source>
   <translation>{1} et {2} ne font plus qu’un groupe : {0} photos</translation>
  </message>
  <message>
   <source>{1} is a new cluster: {0} photo</source>
   <translation>{1} est un nouveau groupe : {0} photo</translation>
  </message>
  <message>
   <source>{1} is a new cluster: {0} photos</source>
   <translation>{1} est un nouveau groupe : {0} photos</translation>
  </message>
  <message>
   <source>{cluster} is called {name} now</source>
   <translation>{cluster} s’appelle maintenant {name}</translation>
  </message>
  <message>
   <source>{cluster} is locked: it keeps its photos and its name</source>
   <translation>{cluster} est verrouillé : il garde ses photos et son nom</translation>
  </message>
  <message>
   <source>{cluster} is not locked any more</source>
   <translation>{cluster} n’est plus verrouillé</translation>
  </message>
  <message>
   <source>{cluster} is taken over: {photos}</source>
   <translation>{cluster} est repris : {photos}</translation>
  </message>
  <message>
   <source>{number} names are taken over: {photos}</source>
   <translation>{number} noms sont repris : {photos}</translation>
  </message>
 </context>
 <context>
  <name>engine</name>
  <message>
   <source>--dry-run goes with --take-over.</source>
   <translation>--dry-run va avec --take-over.</translation>
  </message>
  <message>
   <source>--holdout goes with --protocol folders and is a share from 0 to below 1.</source>
   <translation>--holdout va avec --protocol folders : c’est une part de 0 à moins de 1.</translation>
  </message>
  <message>
   <source>--holdout needs a method that can assign new photos; {method_name} cannot.</source>
   <translation>--holdout demande une méthode qui sache placer de nouvelles photos ; {method_name} ne le sait pas.</translation>
  </message>
  <message>
   <source>--protocol search needs --truth FILE: what each query should find.</source>
   <translation>--protocol search demande --truth FICHIER : ce que chaque recherche devrait trouver.</translation>
  </message>
  <message>
   <source>--questions goes with --protocol folders and is a whole number.</source>
   <translation>--questions va avec --protocol folders : c’est un nombre entier.</translation>
  </message>
  <message>
   <source>--record is of DEC, which updates a target distribution: {method} has none. Leave --record out, or take --method dec.</source>
   <translation>--record suit DEC, qui met à jour une distribution cible : {method} n’en a pas. Omettez --record, ou prenez --method dec.</translation>
  </message>
  <message>
   <source>--sizes takes whole numbers from 1 on.</source>
   <translation>--sizes prend des nombres entiers à partir de 1.</translation>
  </message>
  <message>
   <source>--threads is a whole number from 1 on, not {threads}.</source>
   <translation>--threads est un nombre entier à partir de 1, pas {threads}.</translation>
  </message>
  <message>
   <source>1 face</source>
   <translation>1 visage</translation>
  </message>
  <message>
   <source>1 photo</source>
   <translation>1 photo</translation>
  </message>
  <message>
   <source>A Flatpak has no network to fetch the GPU pack: install the .deb or the AppImage for it.</source>
   <translation>Un Flatpak n’a pas de réseau pour récupérer le pack GPU : installez plutôt le .deb ou l’AppImage.</translation>
  </message>
  <message>
   <source>A benchmark records trainings on mnist and fashion-mnist; of a folder `organise {data} --record {out}` does.</source>
   <translation>Un benchmark enregistre les entraînements sur mnist et fashion-mnist ; pour un dossier, c’est `organise {data} --record {out}`.</translation>
  </message>
  <message>
   <source>A cluster cannot be merged with itself.</source>
   <translation>Un groupe ne peut pas être fusionné avec lui-même.</translation>
  </message>
  <message>
   <source>A cluster needs a name of at least one letter.</source>
   <translation>Le nom d’un groupe compte au moins une lettre.</translation>
  </message>
  <message>
   <source>A face needs a frame within its photo.</source>
   <translation>Un visage a besoin d’un cadre à l’intérieur de sa photo.</translation>
  </message>
  <message>
   <source>A forger learns to draw pictures that a critic cannot tell from yours.</source>
   <translation>Un faussaire apprend à dessiner des images qu’un critique ne distingue pas des vôtres.</translation>
  </message>
  <message>
   <source>A grid of cells, each with photos of one look, the most typical one in the middle.</source>
   <translation>Une grille de cases, chacune avec des photos d’un même aspect, la plus typique au milieu.</translation>
  </message>
  <message>
   <source>A model pack comes from an address with https, or from a file or a folder; not from {address}.</source>
   <translation>Un module de vision vient d’une adresse en https, d’un fichier ou d’un dossier ; pas de {address}.</translation>
  </message>
  <message>
   <source>A network names its own groups again and again, and learns to tell them apart.</source>
   <translation>Un réseau nomme sans cesse ses propres groupes et apprend à les distinguer.</translation>
  </message>
  <message>
   <source>A person cannot be merged with itself.</source>
   <translation>Une personne ne peut pas être fusionnée avec elle-même.</translation>
  </message>
  <message>
   <source>A person needs a name of at least one letter.</source>
   <translation>Une personne a besoin d’un nom d’au moins une lettre.</translation>
  </message>
  <message>
   <source>A photo cannot be kept out of the only cluster there is: make another one first.</source>
   <translation>Une photo ne peut pas être exclue du seul groupe qui existe : créez-en d’abord un autre.</translation>
  </message>
  <message>
   <source>A photo cannot be paired with itself.</source>
   <translation>Une photo ne peut pas être associée à elle-même.</translation>
  </message>
  <message>
   <source>A rule needs something to do, and a folder where it moves or copies photos.</source>
   <translation>Une règle demande quelque chose à faire, et un dossier là où elle déplace ou copie des photos.</translation>
  </message>
  <message>
   <source>A rule needs the day of the week on which it is shown.</source>
   <translation>Une règle demande le jour de la semaine où elle est montrée.</translation>
  </message>
  <message>
   <source>Action {id} on files was cut in the middle; everything it did is written down.</source>
   <translation>L’action {id} sur des fichiers a été interrompue au milieu ; tout ce qu’elle a fait est noté.</translation>
  </message>
  <message>
   <source>Action {id} was done already: see `undo --list`.</source>
   <translation>L’action {id} est déjà faite : voir `undo --list`.</translation>
  </message>
  <message>
   <source>Action {id} was only planned: there is nothing to undo.</source>
   <translation>L’action {id} n’était que prévue : il n’y a rien à annuler.</translation>
  </message>
  <message>
   <source>Activation</source>
   <translation>Activation</translation>
  </message>
  <message>
   <source>All pictures that the library knows in {folder} lie in folders of other programs now ({programs}), which are left out. Nothing was forgotten; a line with ! in {ignore_file} brings such a folder back.</source>
   <translation>Toutes les images que la photothèque connaît dans {folder} se trouvent maintenant dans des dossiers d’autres programmes ({programs}), qui sont laissés de côté. Rien n’a été oublié ; une ligne avec ! dans {ignore_file} fait revenir un tel dossier.</translation>
  </message>
  <message>
   <source>Another Photoloom is at work on the GPU pack: wait until it is done.</source>
   <translation>Un autre Photoloom travaille au module GPU : attendez qu’il ait fini.</translation>
  </message>
  <message>
   <source>Another Photoloom is at work on the model packs: wait until it is done.</source>
   <translation>Un autre Photoloom travaille aux modules de vision : attendez qu’il ait fini.</translation>
  </message>
  <message>
   <source>Another drive than before is at {folder}: of the {known:,} pictures that the library knows there, {missing:,} are missing. Nothing was forgotten; plug the right one in, or forget them: Forget missing photos… in the window, `check FOLDER --forget-missing` without it.</source>
   <translation>Un autre disque qu’avant se trouve à {folder} : des {known:,} images que la bibliothèque y connaît, {missing:,} manquent. Rien n’a été oublié ; branchez le bon, ou oubliez-les : Oublier les photos manquantes… dans la fenêtre, `check FOLDER --forget-missing` sans elle.</translation>
  </message>
  <message>
   <source>Attempts from other first centres; the tightest is taken.</source>
   <translation>Essais à partir d’autres centres ; le plus compact est retenu.</translation>
  </message>
  <message>
   <source>Autoencoder</source>
   <translation>Auto-encodeur</translation>
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
   <source>Batches that it learns from, and as many again to settle.</source>
   <translation>Lots dont il apprend, et autant encore pour se stabiliser.</translation>
  </message>
  <message>
   <source>Batches that the heads learn from.</source>
   <translation>Lots dont les têtes apprennent.</translation>
  </message>
  <message>
   <source>Best for mixed photos; comes with the program and needs no network.</source>
   <translation>Le meilleur pour des photos variées ; fourni avec le programme, sans connexion.</translation>
  </message>
  <message>
   <source>Beta</source>
   <translation>Bêta</translation>
  </message>
  <message>
   <source>Blanked</source>
   <translation>Masquage</translation>
  </message>
  <message>
   <source>Changed a little by a person</source>
   <translation>Un peu modifiée par une personne</translation>
  </message>
  <message>
   <source>Changed by a person</source>
   <translation>Modifiée par une personne</translation>
  </message>
  <message>
   <source>Changed by a program</source>
   <translation>Modifiée par un programme</translation>
  </message>
  <message>
   <source>Channels</source>
   <translation>Canaux</translation>
  </message>
  <message>
   <source>Clouds along the axes, of any direction, or round.</source>
   <translation>Nuages le long des axes, de toute direction, ou ronds.</translation>
  </message>
  <message>
   <source>Code length</source>
   <translation>Longueur du code</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
  <message>
   <source>Components</source>
   <translation>Composantes</translation>
  </message>
  <message>
   <source>Connection timed out</source>
   <translation>Délai de connexion dépassé</translation>
  </message>
  <message>
   <source>Convolutions take pictures whose sides are multiples of 4; these are {width} × {height}.</source>
   <translation>Les convolutions demandent des images dont les côtés sont des multiples de 4 ; celles-ci font {width} × {height}.</translation>
  </message>
  <message>
   <source>Correction {number} of {count}: {error} Nothing was changed.</source>
   <translation>Correction {number} sur {count} : {error} Rien n’a été modifié.</translation>
  </message>
  <message>
   <source>Crowd</source>
   <translation>Foule</translation>
  </message>
  <message>
   <source>Deep clustering (DEC)</source>
   <translation>Classement profond (DEC)</translation>
  </message>
  <message>
   <source>DeepCluster</source>
   <translation>DeepCluster</translation>
  </message>
  <message>
   <source>Device or resource busy</source>
   <translation>Périphérique ou ressource occupé</translation>
  </message>
  <message>
   <source>Dimensions of the landscape; 2 can be walked by mouse.</source>
   <translation>Dimensions du paysage ; 2 se parcourent à la souris.</translation>
  </message>
  <message>
   <source>Draws each picture as the average picture and a few strokes that matter most.</source>
   <translation>Dessine chaque image comme l’image moyenne et les quelques traits qui comptent le plus.</translation>
  </message>
  <message>
   <source>Edit {id} is undone already.</source>
   <translation>La modification {id} est déjà annulée.</translation>
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
   <source>Epochs</source>
   <translation>Époques</translation>
  </message>
  <message>
   <source>Epochs between two looks at where photos belong.</source>
   <translation>Époques entre deux examens de l’appartenance des photos.</translation>
  </message>
  <message>
   <source>Evenness</source>
   <translation>Équilibre</translation>
  </message>
  <message>
   <source>Every photo in a cell of its own beside photos that look like it: none hides another.</source>
   <translation>Chaque photo dans une case à elle, près de celles qui lui ressemblent : aucune n’en cache une autre.</translation>
  </message>
  <message>
   <source>File name too long</source>
   <translation>Nom de fichier trop long</translation>
  </message>
  <message>
   <source>File too large</source>
   <translation>Fichier trop grand</translation>
  </message>
  <message>
   <source>Finds crowds of photos that look alike; it may find fewer groups than you want.</source>
   <translation>Trouve des foules de photos semblables ; il peut trouver moins de groupes que voulu.</translation>
  </message>
  <message>
   <source>Finer</source>
   <translation>Finesse</translation>
  </message>
  <message>
   <source>Follows chains of photos that look alike, so that groups may have any shape.</source>
   <translation>Suit des chaînes de photos semblables : les groupes peuvent avoir toute forme.</translation>
  </message>
  <message>
   <source>GAN</source>
   <translation>GAN</translation>
  </message>
  <message>
   <source>Gaussian mixture</source>
   <translation>Mélange de gaussiennes</translation>
  </message>
  <message>
   <source>Groups photos around the averages of their features: quick and plain.</source>
   <translation>Regroupe les photos autour des moyennes de leurs caractéristiques : rapide et simple.</translation>
  </message>
  <message>
   <source>Groups that may be wide or narrow and overlap, each a cloud of its own shape.</source>
   <translation>Des groupes larges ou étroits qui peuvent se recouvrir, chacun un nuage à sa forme.</translation>
  </message>
  <message>
   <source>HDBSCAN</source>
   <translation>HDBSCAN</translation>
  </message>
  <message>
   <source>Heads</source>
   <translation>Têtes</translation>
  </message>
  <message>
   <source>Heads learn to be sure of a photo and to say the same of photos that look like it.</source>
   <translation>Des têtes apprennent à être sûres d’une photo et à dire de même de celles qui lui ressemblent.</translation>
  </message>
  <message>
   <source>Heads learn to give a photo and its likes the same group, each from its own teacher.</source>
   <translation>Des têtes apprennent à donner le même groupe à une photo et à ses semblables, chacune de son maître.</translation>
  </message>
  <message>
   <source>How far each settling step goes.</source>
   <translation>Longueur de chaque pas de stabilisation.</translation>
  </message>
  <message>
   <source>How far each step goes.</source>
   <translation>Longueur de chaque pas.</translation>
  </message>
  <message>
   <source>How far units move at first; it shrinks to half.</source>
   <translation>De combien les unités bougent au début ; cela diminue de moitié.</translation>
  </message>
  <message>
   <source>How many learn at once; the one that fits best is taken.</source>
   <translation>Combien apprennent à la fois ; la meilleure est retenue.</translation>
  </message>
  <message>
   <source>How many neighbours make a place dense.</source>
   <translation>Combien de voisines rendent un endroit dense.</translation>
  </message>
  <message>
   <source>How many pictures the codebook holds.</source>
   <translation>Combien d’images contient le dictionnaire.</translation>
  </message>
  <message>
   <source>How many similar photos a photo is paired with.</source>
   <translation>Avec combien de photos semblables une photo est appariée.</translation>
  </message>
  <message>
   <source>How many similar photos each photo is held to.</source>
   <translation>De combien de photos semblables chaque photo est rapprochée.</translation>
  </message>
  <message>
   <source>How many similar photos each photo is linked to.</source>
   <translation>À combien de photos semblables chaque photo est reliée.</translation>
  </message>
  <message>
   <source>How many strokes a picture is drawn with.</source>
   <translation>Avec combien de traits une image est dessinée.</translation>
  </message>
  <message>
   <source>How many times as many groups as wanted it learns to tell apart.</source>
   <translation>Combien de fois plus de groupes que voulu il apprend à distinguer.</translation>
  </message>
  <message>
   <source>How many units around move along at first; 0 is half the sheet.</source>
   <translation>De combien d’unités alentour le déplacement s’étend au début ; 0 : la moitié de la nappe.</translation>
  </message>
  <message>
   <source>How much a photo's cluster follows those of the most alike.</source>
   <translation>À quel point le groupe d’une photo suit celui des plus semblables.</translation>
  </message>
  <message>
   <source>How much groups of the same size are preferred.</source>
   <translation>À quel point des groupes de même taille sont préférés.</translation>
  </message>
  <message>
   <source>How often it looks at all pictures.</source>
   <translation>Combien de fois il regarde toutes les images.</translation>
  </message>
  <message>
   <source>How often the map looks at all pictures.</source>
   <translation>Combien de fois la carte regarde toutes les images.</translation>
  </message>
  <message>
   <source>How these clusters were learned is no longer kept: retrain them once, then k can be turned.</source>
   <translation>La façon dont ces groupes ont été appris n’est plus conservée : réentraînez-les une fois, ensuite leur nombre pourra être changé.</translation>
  </message>
  <message>
   <source>Immich's</source>
   <translation>d’Immich</translation>
  </message>
  <message>
   <source>Input/output error</source>
   <translation>Erreur d’entrée/sortie</translation>
  </message>
  <message>
   <source>Is a directory</source>
   <translation>Est un dossier</translation>
  </message>
  <message>
   <source>It holds content credentials (C2PA), which were not checked</source>
   <translation>Elle contient des justificatifs de contenu (C2PA), qui n’ont pas été vérifiés</translation>
  </message>
  <message>
   <source>Iterations</source>
   <translation>Itérations</translation>
  </message>
  <message>
   <source>Jiggled</source>
   <translation>Agitation</translation>
  </message>
  <message>
   <source>Joins the two most alike groups again and again, until as many are left as you want.</source>
   <translation>Réunit sans cesse les deux groupes les plus semblables, jusqu’à ce qu’il en reste autant que voulu.</translation>
  </message>
  <message>
   <source>Keeps a number of typical pictures, and shows each picture as the nearest of them.</source>
   <translation>Garde un certain nombre d’images types, et montre chaque image comme la plus proche d’entre elles.</translation>
  </message>
  <message>
   <source>Keeps each photo among its nearest neighbours; distances between piles mean little.</source>
   <translation>Laisse chaque photo parmi ses plus proches voisines ; les distances entre les tas disent peu.</translation>
  </message>
  <message>
   <source>Keeps the critic from being too sure.</source>
   <translation>Empêche le critique d’être trop sûr.</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Couches</translation>
  </message>
  <message>
   <source>Lays typical pictures out on a sheet on which neighbours look alike.</source>
   <translation>Dispose des images types sur une feuille où les voisines se ressemblent.</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>Taux d’apprentissage</translation>
  </message>
  <message>
   <source>Learning steps</source>
   <translation>Pas d’apprentissage</translation>
  </message>
  <message>
   <source>Learns a landscape of pictures in which every point is one: it can be walked.</source>
   <translation>Apprend un paysage d’images dont chaque point en est une : on peut s’y promener.</translation>
  </message>
  <message>
   <source>Learns first from</source>
   <translation>Apprend d’abord de</translation>
  </message>
  <message>
   <source>Learns to redraw photos from short codes that gather in clouds, one for each group.</source>
   <translation>Apprend à redessiner les photos à partir de codes courts qui se rassemblent en nuages, un par groupe.</translation>
  </message>
  <message>
   <source>Learns to squeeze a picture into a few numbers, and to draw it again from them.</source>
   <translation>Apprend à comprimer une image en quelques nombres, et à la redessiner à partir d’eux.</translation>
  </message>
  <message>
   <source>Learns which differences matter in your photos, then sharpens its own groups.</source>
   <translation>Apprend quelles différences comptent dans vos photos, puis affine ses propres groupes.</translation>
  </message>
  <message>
   <source>Lightroom's previews</source>
   <translation>les aperçus de Lightroom</translation>
  </message>
  <message>
   <source>Made by a machine that has learned from other pictures</source>
   <translation>Faite par une machine qui a appris d’autres images</translation>
  </message>
  <message>
   <source>Made by a person with a program</source>
   <translation>Faite par une personne avec un programme</translation>
  </message>
  <message>
   <source>Made by a program</source>
   <translation>Faite par un programme</translation>
  </message>
  <message>
   <source>Made by a program from data</source>
   <translation>Faite par un programme à partir de données</translation>
  </message>
  <message>
   <source>Made with {generator}</source>
   <translation>Faite avec {generator}</translation>
  </message>
  <message>
   <source>Most updates</source>
   <translation>Mises à jour au plus</translation>
  </message>
  <message>
   <source>Neighbour map</source>
   <translation>Carte des voisins</translation>
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
   <source>No folder in {folder} has a name that says what is in it.</source>
   <translation>Aucun dossier de {folder} n’a un nom qui dit ce qu’il contient.</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>Il n’y a plus de place sur le disque</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>Fichier ou dossier introuvable</translation>
  </message>
  <message>
   <source>No thumbnail can be written to {folder}: {reason}. Make room there, or choose another library folder.</source>
   <translation>Aucune vignette ne peut être écrite dans {folder} : {reason}. Faites-y de la place, ou choisissez un autre dossier de bibliothèque.</translation>
  </message>
  <message>
   <source>Nobody knows which kinds are meant by {labels}: --truth FILE tells it.</source>
   <translation>Nul ne sait quels genres {labels} désignent : --truth FICHIER le dit.</translation>
  </message>
  <message>
   <source>None of the pictures there could be read.</source>
   <translation>Aucune des images qui s’y trouvent n’a pu être lue.</translation>
  </message>
  <message>
   <source>None of the pictures there could be read; the list of skipped files says why.</source>
   <translation>Aucune des images n’a pu être lue ; la liste des fichiers ignorés dit pourquoi.</translation>
  </message>
  <message>
   <source>None of the {count:,} pictures in {data} can be read.</source>
   <translation>Aucune des {count:,} images de {data} ne peut être lue.</translation>
  </message>
  <message>
   <source>None of these photos can be read: choose another cluster.</source>
   <translation>Aucune de ces photos ne peut être lue : choisissez un autre groupe.</translation>
  </message>
  <message>
   <source>Not a directory</source>
   <translation>N’est pas un dossier</translation>
  </message>
  <message>
   <source>Nothing is filed into {folder}: it is {what}. Choose another folder.</source>
   <translation>Rien n’est rangé dans {folder} : c’est {what}. Choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>Nothing is left to take over: these photos have a place of yours already.</source>
   <translation>Il n’y a plus rien à reprendre : ces photos ont déjà une place choisie par vous.</translation>
  </message>
  <message>
   <source>Nothing of action {id} is left to be undone.</source>
   <translation>Il ne reste rien à annuler de l’action {id}.</translation>
  </message>
  <message>
   <source>Nothing was added: --yes says that size and licence are all right.</source>
   <translation>Rien n’a été ajouté : --yes dit que la taille et la licence conviennent.</translation>
  </message>
  <message>
   <source>Numbers by which a picture is remembered.</source>
   <translation>Nombres par lesquels une image est retenue.</translation>
  </message>
  <message>
   <source>Numbers by which the network tells photos apart.</source>
   <translation>Nombres par lesquels le réseau distingue les photos.</translation>
  </message>
  <message>
   <source>Numbers from which a picture is drawn.</source>
   <translation>Nombres à partir desquels une image est dessinée.</translation>
  </message>
  <message>
   <source>Of assigning and averaging, at most.</source>
   <translation>D’affectation et de moyenne, au plus.</translation>
  </message>
  <message>
   <source>Of expectation and maximisation, at most.</source>
   <translation>D’espérance et de maximisation, au plus.</translation>
  </message>
  <message>
   <source>Of the sheet.</source>
   <translation>De la feuille.</translation>
  </message>
  <message>
   <source>On a Mac, torch uses the GPU without a pack.</source>
   <translation>Sur un Mac, torch utilise le GPU sans module.</translation>
  </message>
  <message>
   <source>One of the two photos cannot be read: choose another one.</source>
   <translation>L’une des deux photos ne peut pas être lue : choisissez-en une autre.</translation>
  </message>
  <message>
   <source>Operation not permitted</source>
   <translation>Opération non permise</translation>
  </message>
  <message>
   <source>PCA</source>
   <translation>ACP</translation>
  </message>
  <message>
   <source>Parts of it made by a machine that has learned from other pictures</source>
   <translation>En partie faite par une machine qui a appris d’autres images</translation>
  </message>
  <message>
   <source>Parts of it made by a program</source>
   <translation>En partie faite par un programme</translation>
  </message>
  <message>
   <source>Passes</source>
   <translation>Passages</translation>
  </message>
  <message>
   <source>Passes of the autoencoder over all photos.</source>
   <translation>Passages de l’auto-encodeur sur toutes les photos.</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>Permission refusée</translation>
  </message>
  <message>
   <source>PhotoPrism's</source>
   <translation>de PhotoPrism</translation>
  </message>
  <message>
   <source>Photoloom ended before its turn</source>
   <translation>Photoloom s’est terminé avant son tour</translation>
  </message>
  <message>
   <source>Photoloom failed: {error}</source>
   <translation>Photoloom a échoué : {error}</translation>
  </message>
  <message>
   <source>Photoloom knows no addresses of model packs: say with --from where {name} is, an address, a folder or a zip file.</source>
   <translation>Photoloom ne connaît aucune adresse de modules de vision : dites avec --from où se trouve {name}, une adresse, un dossier ou un fichier zip.</translation>
  </message>
  <message>
   <source>Photoloom's own library</source>
   <translation>la bibliothèque de Photoloom</translation>
  </message>
  <message>
   <source>Photos that look alike (best for photos), or redrawing each photo's features (the paper).</source>
   <translation>Des photos qui se ressemblent (le mieux pour des photos), ou de la reconstruction des caractéristiques de chaque photo (l’article).</translation>
  </message>
  <message>
   <source>Photos that look alike lie together; piles stand apart.</source>
   <translation>Les photos qui se ressemblent sont ensemble ; les tas restent à part.</translation>
  </message>
  <message>
   <source>Pictures are shown moved by up to this share of a side, and turned.</source>
   <translation>Les images sont montrées décalées d’au plus cette part d’un côté, et tournées.</translation>
  </message>
  <message>
   <source>Principal components that the network sees.</source>
   <translation>Composantes principales que voit le réseau.</translation>
  </message>
  <message>
   <source>Protocol seed takes {all:,} training images, but {data} holds {count:,}.</source>
   <translation>Le protocole seed prend {all:,} images d’entraînement, mais {data} en contient {count:,}.</translation>
  </message>
  <message>
   <source>Put together from several photos</source>
   <translation>Assemblée à partir de plusieurs photos</translation>
  </message>
  <message>
   <source>Put together from several pictures</source>
   <translation>Assemblée à partir de plusieurs images</translation>
  </message>
  <message>
   <source>Quick, and a little coarser; comes with the program and needs no network.</source>
   <translation>Rapide et un peu plus grossier ; fourni avec le programme, sans connexion.</translation>
  </message>
  <message>
   <source>R1 penalty</source>
   <translation>Pénalité R1</translation>
  </message>
  <message>
   <source>Radius</source>
   <translation>Rayon</translation>
  </message>
  <message>
   <source>Read-only file system</source>
   <translation>Système de fichiers en lecture seule</translation>
  </message>
  <message>
   <source>Reconstruction</source>
   <translation>Reconstruction</translation>
  </message>
  <message>
   <source>Recorded in a virtual world</source>
   <translation>Enregistrée dans un monde virtuel</translation>
  </message>
  <message>
   <source>Redrawing epochs</source>
   <translation>Époques de reconstruction</translation>
  </message>
  <message>
   <source>Rounds of clustering and learning.</source>
   <translation>Tours de regroupement et d’apprentissage.</translation>
  </message>
  <message>
   <source>Rounds of forging and judging.</source>
   <translation>Tours de contrefaçon et de jugement.</translation>
  </message>
  <message>
   <source>Row {row} of the vectors (counting from 0) holds NaN or infinity; mend or remove it.</source>
   <translation>La ligne {row} des vecteurs (comptée à partir de 0) contient NaN ou l’infini ; corrigez-la ou retirez-la.</translation>
  </message>
  <message>
   <source>Row {row} of {path} (counting from 0) holds NaN or infinity; mend or remove it.</source>
   <translation>La ligne {row} de {path} (comptée à partir de 0) contient NaN ou l’infini ; corrigez-la ou retirez-la.</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Lignes</translation>
  </message>
  <message>
   <source>SCAN</source>
   <translation>SCAN</translation>
  </message>
  <message>
   <source>Say where to: {action} needs a target.</source>
   <translation>Dites où : {action} demande une destination.</translation>
  </message>
  <message>
   <source>Scanned from film</source>
   <translation>Numérisée à partir d’un film</translation>
  </message>
  <message>
   <source>Scanned from paper</source>
   <translation>Numérisée à partir de papier</translation>
  </message>
  <message>
   <source>Self-organising grid</source>
   <translation>Grille auto-organisée</translation>
  </message>
  <message>
   <source>Self-organising map</source>
   <translation>Carte auto-organisatrice</translation>
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
   <source>Settling has collapsed: what were about {began} clusters are about {left}. Lower the settling rate, or allow fewer updates.</source>
   <translation>La stabilisation s’est effondrée : d’environ {began} groupes, il en reste environ {left}. Baissez la vitesse de stabilisation, ou autorisez moins de mises à jour.</translation>
  </message>
  <message>
   <source>Settling rate</source>
   <translation>Vitesse de stabilisation</translation>
  </message>
  <message>
   <source>Shape</source>
   <translation>Forme</translation>
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
   <source>Spectral clustering</source>
   <translation>Partitionnement spectral</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>Départs</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Pas</translation>
  </message>
  <message>
   <source>Steps of learning from neighbours.</source>
   <translation>Pas d’apprentissage à partir des voisins.</translation>
  </message>
  <message>
   <source>TEMI</source>
   <translation>TEMI</translation>
  </message>
  <message>
   <source>Taken by a camera</source>
   <translation>Prise par un appareil photo</translation>
  </message>
  <message>
   <source>Taken by a camera, from several exposures</source>
   <translation>Prise par un appareil photo, à partir de plusieurs vues</translation>
  </message>
  <message>
   <source>Taken from a screen</source>
   <translation>Prise sur un écran</translation>
  </message>
  <message>
   <source>The GPU makes other vectors than the processor (cosine {cosine}), so the GPU pack is not used.</source>
   <translation>Le GPU produit d’autres vecteurs que le processeur (cosinus {cosine}) : le module GPU n’est donc pas utilisé.</translation>
  </message>
  <message>
   <source>The GPU pack could not be fetched ({reason}): check the connection and install it again. It goes on where it stopped.</source>
   <translation>Le module GPU n’a pas pu être téléchargé ({reason}) : vérifiez la connexion et réinstallez-le. L’installation reprend là où elle s’est arrêtée.</translation>
  </message>
  <message>
   <source>The GPU pack could not be installed ({reason}); {log} says more.</source>
   <translation>Le module GPU n’a pas pu être installé ({reason}) ; {log} en dit plus.</translation>
  </message>
  <message>
   <source>The GPU pack crashes when it is tried (status {status}); {log} says more.</source>
   <translation>Le module GPU plante quand on l’essaie (état {status}) ; {log} en dit plus.</translation>
  </message>
  <message>
   <source>The GPU pack does not answer when it is tried; the driver may need a restart of the computer.</source>
   <translation>Le module GPU ne répond pas quand on l’essaie ; le pilote demande peut-être un redémarrage de l’ordinateur.</translation>
  </message>
  <message>
   <source>The GPU pack does not start; the processor takes its place until Photoloom is opened again.</source>
   <translation>Le module GPU ne démarre pas ; le processeur le remplace jusqu’au prochain démarrage de Photoloom.</translation>
  </message>
  <message>
   <source>The GPU pack fails when it is tried ({reason}).</source>
   <translation>Le module GPU échoue quand on l’essaie ({reason}).</translation>
  </message>
  <message>
   <source>The GPU pack finds no GPU that it can use: the driver may be too old for CUDA 13, which takes 580 or newer.</source>
   <translation>Le module GPU ne trouve aucun GPU utilisable : le pilote est peut-être trop ancien pour CUDA 13, qui demande la version 580 ou plus récente.</translation>
  </message>
  <message>
   <source>The GPU pack is installed, and its torch finds no GPU now: has the driver changed?</source>
   <translation>Le module GPU est installé, mais son torch ne trouve plus de GPU : le pilote a-t-il changé ?</translation>
  </message>
  <message>
   <source>The GPU pack is installed, but not what runs now.</source>
   <translation>Le module GPU est installé, mais ce n’est pas lui qui tourne.</translation>
  </message>
  <message>
   <source>The GPU pack is installed.</source>
   <translation>Le module GPU est installé.</translation>
  </message>
  <message>
   <source>The GPU pack is not complete; an installation goes on where it stopped.</source>
   <translation>Le module GPU n’est pas complet ; l’installation reprend là où elle s’est arrêtée.</translation>
  </message>
  <message>
   <source>The GPU pack is of an earlier version of Photoloom.</source>
   <translation>Le module GPU est celui d’une version antérieure de Photoloom.</translation>
  </message>
  <message>
   <source>The GPU pack takes {needed} GB in {folder}, and {free} GB are free there: make room and install it again.</source>
   <translation>Le module GPU prend {needed} Go dans {folder}, où {free} Go sont libres : faites de la place et réinstallez-le.</translation>
  </message>
  <message>
   <source>The GPU's memory is full: close other programs that use it, and install the GPU pack again. Nothing is fetched anew.</source>
   <translation>La mémoire du GPU est pleine : fermez les autres programmes qui l’utilisent, et réinstallez le module GPU. Rien n’est téléchargé de nouveau.</translation>
  </message>
  <message>
   <source>The NVIDIA driver crashes when it is asked for its GPU: install it anew.</source>
   <translation>Le pilote NVIDIA plante quand on lui demande son GPU : réinstallez-le.</translation>
  </message>
  <message>
   <source>The NVIDIA driver does not answer: install it anew, or restart the computer.</source>
   <translation>Le pilote NVIDIA ne répond pas : réinstallez-le, ou redémarrez l’ordinateur.</translation>
  </message>
  <message>
   <source>The NVIDIA driver reports error {code}: install it anew, or restart the computer.</source>
   <translation>Le pilote NVIDIA signale l’erreur {code} : réinstallez-le, ou redémarrez l’ordinateur.</translation>
  </message>
  <message>
   <source>The backup {path} is damaged.</source>
   <translation>La sauvegarde {path} est endommagée.</translation>
  </message>
  <message>
   <source>The backup {path} is not there any more: choose another way.</source>
   <translation>La sauvegarde {path} n’est plus là : choisissez un autre moyen.</translation>
  </message>
  <message>
   <source>The catalog of {place} cannot be opened ({error}).</source>
   <translation>Le catalogue de {place} ne peut pas être ouvert ({error}).</translation>
  </message>
  <message>
   <source>The catalog of {place} cannot be read ({error}).</source>
   <translation>Le catalogue de {place} ne peut pas être lu ({error}).</translation>
  </message>
  <message>
   <source>The catalog of {place} cannot be written ({error}).</source>
   <translation>Le catalogue de {place} ne peut pas être écrit ({error}).</translation>
  </message>
  <message>
   <source>The catalog of {place} is busy in another program: try again in a moment.</source>
   <translation>Le catalogue de {place} est occupé par un autre programme : réessayez dans un instant.</translation>
  </message>
  <message>
   <source>The catalog {path} is damaged ({error}): open the library again.</source>
   <translation>Le catalogue {path} est endommagé ({error}) : rouvrez la bibliothèque.</translation>
  </message>
  <message>
   <source>The catalog {path} is damaged, and cannot be written.</source>
   <translation>Le catalogue {path} est endommagé et ne peut pas être écrit.</translation>
  </message>
  <message>
   <source>The catalog {path} is damaged: close every window of this library and open it again, then it is repaired. Nothing was deleted.</source>
   <translation>Le catalogue {path} est endommagé : fermez toutes les fenêtres de cette bibliothèque et rouvrez-la, il sera alors réparé. Rien n’a été supprimé.</translation>
  </message>
  <message>
   <source>The catalog {path} is damaged; it was kept as {kept} and nothing was deleted. Nothing of it can be read and there is no backup: `check FOLDER --mend` begins a new one.</source>
   <translation>Le catalogue {path} est endommagé; il a été conservé sous {kept} et rien n’a été supprimé. Rien n’en peut être lu et il n’y a pas de sauvegarde : `check FOLDER --mend` en commence un nouveau.</translation>
  </message>
  <message>
   <source>The catalog {path} is damaged; nothing was changed.</source>
   <translation>Le catalogue {path} est endommagé ; rien n’a été modifié.</translation>
  </message>
  <message>
   <source>The catalog {path} is missing, but the library is full: put the file back, or begin a new one, without what you said in the old one, by `check FOLDER --mend`.</source>
   <translation>Le catalogue {path} manque, mais la bibliothèque est remplie : remettez le fichier, ou commencez-en un nouveau, sans ce que vous aviez dit dans l’ancien, par `check FOLDER --mend`.</translation>
  </message>
  <message>
   <source>The catalog {path} was damaged; it was kept as {kept} and nothing was deleted. It was repaired from the backup of {when} and what could still be read: {count:,} corrections; the last ones may be missing. Run again.</source>
   <translation>Le catalogue {path} était endommagé; il a été conservé sous {kept} et rien n’a été supprimé. Il a été réparé à partir de la sauvegarde du {when} et de ce qui pouvait encore être lu : {count:,} corrections ; les dernières peuvent manquer. Relancez.</translation>
  </message>
  <message>
   <source>The catalog {path} was damaged; it was kept as {kept} and nothing was deleted. It was repaired, and everything that you said is there ({count:,} corrections). Run again.</source>
   <translation>Le catalogue {path} était endommagé; il a été conservé sous {kept} et rien n’a été supprimé. Il a été réparé, et tout ce que vous avez dit est là ({count:,} corrections). Relancez.</translation>
  </message>
  <message>
   <source>The catalog {path} was damaged; it was kept as {kept} and nothing was deleted. There is no backup; what could still be read was taken over: {count:,} corrections, some may be missing. Run again.</source>
   <translation>Le catalogue {path} était endommagé; il a été conservé sous {kept} et rien n’a été supprimé. Il n’y a pas de sauvegarde ; ce qui pouvait encore être lu a été repris : {count:,} corrections, certaines peuvent manquer. Relancez.</translation>
  </message>
  <message>
   <source>The catalog {path} was missing. It was brought back from the backup of {when}: {count:,} corrections; the last ones may be missing. Run again.</source>
   <translation>Le catalogue {path} manquait. Il a été rétabli à partir de la sauvegarde du {when} : {count:,} corrections ; les dernières peuvent manquer. Relancez.</translation>
  </message>
  <message>
   <source>The device ran out of memory even for one picture; the processor takes its place.</source>
   <translation>Le périphérique n’a pas assez de mémoire, même pour une seule image ; le processeur prend sa place.</translation>
  </message>
  <message>
   <source>The device ran out of memory; going on with {count} pictures at a time.</source>
   <translation>Le périphérique a manqué de mémoire ; la suite se fait avec {count} images à la fois.</translation>
  </message>
  <message>
   <source>The disk is full while the GPU pack is written to {folder}: make room there and install it again. It goes on where it stopped.</source>
   <translation>Le disque est plein pendant l’écriture du module GPU dans {folder} : faites-y de la place et réinstallez-le. L’installation reprend là où elle s’est arrêtée.</translation>
  </message>
  <message>
   <source>The disk is full while writing {place}: free some room and run again.</source>
   <translation>Le disque est plein en écrivant {place} : libérez de la place et relancez.</translation>
  </message>
  <message>
   <source>The disk of {folder} is nearly full: free some room.</source>
   <translation>Le disque de {folder} est presque plein : libérez de la place.</translation>
  </message>
  <message>
   <source>The folder {root} cannot be read: {reason}.</source>
   <translation>Le dossier {root} ne peut pas être lu : {reason}.</translation>
  </message>
  <message>
   <source>The library {folder} cannot be written ({reason}): name another with --library.</source>
   <translation>La bibliothèque {folder} ne peut pas être écrite ({reason}) : nommez-en une autre avec --library.</translation>
  </message>
  <message>
   <source>The library {folder} cannot be written, and would have to be: its catalog is of an earlier version, or was not closed. Make the folder writable, or copy it.</source>
   <translation>La bibliothèque {folder} ne peut pas être écrite, alors qu’il le faudrait : son catalogue est d’une version antérieure, ou n’a pas été fermé. Rendez le dossier accessible en écriture, ou copiez-le.</translation>
  </message>
  <message>
   <source>The library {folder} cannot be written: it can be looked at, and nothing in it was changed.</source>
   <translation>La bibliothèque {folder} ne peut pas être écrite : on peut la consulter, et rien n’y a été modifié.</translation>
  </message>
  <message>
   <source>The library {folder} is open in {program} (process {process}): close it there first.</source>
   <translation>La bibliothèque {folder} est ouverte dans {program} (processus {process}) : fermez-la d’abord là-bas.</translation>
  </message>
  <message>
   <source>The library {library} cannot be written, and does not know {folder}.</source>
   <translation>La bibliothèque {library} ne peut pas être écrite et ne connaît pas {folder}.</translation>
  </message>
  <message>
   <source>The model can't be written to {cache}: {reason}. Make room there or choose another library folder.</source>
   <translation>Le modèle ne peut pas être écrit dans {cache} : {reason}. Faites-y de la place ou choisissez un autre dossier de bibliothèque.</translation>
  </message>
  <message>
   <source>The model pack cannot be used: {problem} It was not added.</source>
   <translation>Le module de vision est inutilisable : {problem} Il n’a pas été ajouté.</translation>
  </message>
  <message>
   <source>The model pack cannot be written to {folder}: {reason}. Make room there and add it again; it goes on where it stopped.</source>
   <translation>Le module de vision ne peut pas être écrit dans {folder} : {reason}. Faites-y de la place et ajoutez-le de nouveau ; il reprend là où il s’est arrêté.</translation>
  </message>
  <message>
   <source>The model pack crashes when it is tried, or takes too much memory (status {status}): it was not added.</source>
   <translation>Le module de vision plante quand on l’essaie, ou prend trop de mémoire (état {status}) : il n’a pas été ajouté.</translation>
  </message>
  <message>
   <source>The model pack does not answer when it is tried: it was not added.</source>
   <translation>Le module de vision ne répond pas quand on l’essaie : il n’a pas été ajouté.</translation>
  </message>
  <message>
   <source>The model pack of {where} was not taken: {problem}.</source>
   <translation>Le module de vision de {where} n’a pas été pris : {problem}.</translation>
  </message>
  <message>
   <source>The model pack takes {needed} MB in {folder}, and {free} MB are free there: make room and add it again.</source>
   <translation>Le module de vision prend {needed} Mo dans {folder}, où {free} Mo sont libres : faites de la place et ajoutez-le de nouveau.</translation>
  </message>
  <message>
   <source>The model pack {name} is in use by the library {folder}: retrain that with another network first.</source>
   <translation>La bibliothèque {folder} utilise le module de vision {name} : réentraînez-la d’abord avec un autre réseau.</translation>
  </message>
  <message>
   <source>The model pack {name} is not installed: add it again, or retrain with another network.</source>
   <translation>Le module de vision {name} n’est pas installé : ajoutez-le de nouveau, ou réentraînez avec un autre réseau.</translation>
  </message>
  <message>
   <source>The model pack {name} knows no words.</source>
   <translation>Le module de vision {name} ne connaît pas de mots.</translation>
  </message>
  <message>
   <source>The model's last layer can't be written to {cache}: {reason}. Make room there or choose another library folder.</source>
   <translation>La dernière couche du modèle ne peut pas être écrite dans {cache} : {reason}. Faites-y de la place ou choisissez un autre dossier de bibliothèque.</translation>
  </message>
  <message>
   <source>The network of the model pack {name} cannot be trained further: take one that comes with Photoloom.</source>
   <translation>Le réseau du module de vision {name} ne peut pas être entraîné davantage : prenez-en un qui vient avec Photoloom.</translation>
  </message>
  <message>
   <source>The network {name} is missing from this installation: install Photoloom anew, or in a checkout run packaging/models/take.py.</source>
   <translation>Le réseau {name} manque à cette installation : réinstallez Photoloom, ou lancez packaging/models/take.py depuis les sources.</translation>
  </message>
  <message>
   <source>The photos cannot be clustered again as they were: {why} Retrain with another method.</source>
   <translation>Les photos ne peuvent pas être regroupées comme avant : {why} Réentraînez avec une autre méthode.</translation>
  </message>
  <message>
   <source>The photos of {cluster} are too much alike to be split.</source>
   <translation>Les photos de {cluster} se ressemblent trop pour que le groupe soit divisé.</translation>
  </message>
  <message>
   <source>The pictures cannot be written to {out} ({reason}).</source>
   <translation>Les images ne peuvent pas être écrites dans {out} ({reason}).</translation>
  </message>
  <message>
   <source>The processor was chosen in the settings.</source>
   <translation>Le processeur a été choisi dans les préférences.</translation>
  </message>
  <message>
   <source>The receipt cannot be written to {out} ({reason}).</source>
   <translation>Le reçu ne peut pas être écrit dans {out} ({reason}).</translation>
  </message>
  <message>
   <source>The recording cannot be written to {out} ({reason}).</source>
   <translation>L’enregistrement ne peut pas être écrit dans {out} ({reason}).</translation>
  </message>
  <message>
   <source>The report cannot be written to {out} ({reason}).</source>
   <translation>Le rapport ne peut pas être écrit dans {out} ({reason}).</translation>
  </message>
  <message>
   <source>The textbook's k-means, to compare with the one of scikit-learn.</source>
   <translation>Le k-means des manuels, à comparer avec celui de scikit-learn.</translation>
  </message>
  <message>
   <source>The thumbnail of {path} is missing, and the photo cannot be read: plug its drive in.</source>
   <translation>La vignette de {path} manque, et la photo ne peut pas être lue : branchez son disque.</translation>
  </message>
  <message>
   <source>The thumbnail {path} is damaged and was removed: run again to make it anew.</source>
   <translation>La vignette {path} était abîmée et a été supprimée : relancez pour la refaire.</translation>
  </message>
  <message>
   <source>The thumbnail {path} is damaged.</source>
   <translation>La vignette {path} est endommagée.</translation>
  </message>
  <message>
   <source>The training and test images in {folder} differ in size; get the data set anew.</source>
   <translation>Les images d’entraînement et de test de {folder} diffèrent en taille ; récupérez à nouveau le jeu de données.</translation>
  </message>
  <message>
   <source>The two directions in which the photos differ most: quick, faithful to large distances.</source>
   <translation>Les deux directions dans lesquelles les photos diffèrent le plus : rapide, fidèle aux grandes distances.</translation>
  </message>
  <message>
   <source>The vector of {file} holds a value that is no number: `check FOLDER --mend` makes it anew.</source>
   <translation>Le vecteur de {file} contient une valeur qui n’est pas un nombre : `check FOLDER --mend` le refait.</translation>
  </message>
  <message>
   <source>The vectors can't be written to {folder}: {reason}. Make room there or choose another library folder, then run again: it goes on where it stopped.</source>
   <translation>Les vecteurs ne peuvent pas être écrits dans {folder} : {reason}. Faites-y de la place ou choisissez un autre dossier de bibliothèque, puis relancez : le travail reprend où il s’est arrêté.</translation>
  </message>
  <message>
   <source>The weights of {name} could not be fetched, is there a network? Take the default backbone, which needs none, or give a file of weights: --backbone {name}@FILE.</source>
   <translation>Les poids de {name} n’ont pas pu être téléchargés : y a-t-il un réseau ? Prenez le réseau de neurones par défaut, qui s’en passe, ou donnez un fichier de poids : --backbone {name}@FICHIER.</translation>
  </message>
  <message>
   <source>The {device} device can't be used ({reason}); the processor takes its place.</source>
   <translation>Le périphérique {device} ne peut pas être utilisé ({reason}) ; le processeur prend sa place.</translation>
  </message>
  <message>
   <source>The {device} device fails at a product of two matrices ({reason}).</source>
   <translation>L’appareil {device} échoue à un produit de deux matrices ({reason}).</translation>
  </message>
  <message>
   <source>There are no cases {kind!r}; there are: {names}.</source>
   <translation>Il n’y a pas de cas {kind!r} ; il y a : {names}.</translation>
  </message>
  <message>
   <source>There are no photos with thumbnails to learn from: organise the folder first.</source>
   <translation>Il n’y a pas de photos avec vignettes dont apprendre : organisez d’abord le dossier.</translation>
  </message>
  <message>
   <source>There are no pictures in {folder} but in folders of other programs ({programs}), which are left out; a line with ! in {ignore_file} brings such a folder back.</source>
   <translation>Il n’y a pas d’images dans {folder}, sauf dans des dossiers d’autres programmes ({programs}), qui sont laissés de côté ; une ligne avec ! dans {ignore_file} fait revenir un tel dossier.</translation>
  </message>
  <message>
   <source>There are no pictures in {folder} that can be read; of kinds that are not read there are {count:,}: {kinds}.</source>
   <translation>Il n’y a pas d’images lisibles dans {folder} ; de types qui ne sont pas lus, il y en a {count:,} : {kinds}.</translation>
  </message>
  <message>
   <source>There are no pictures in {folder}.</source>
   <translation>Il n’y a pas d’images dans {folder}.</translation>
  </message>
  <message>
   <source>There are no tags to take over in {folder}.</source>
   <translation>Il n’y a aucun mot-clé à reprendre dans {folder}.</translation>
  </message>
  <message>
   <source>There is a cluster {name!r} already: merge the two, or choose another name.</source>
   <translation>Il y a déjà un groupe « {name} » : fusionnez les deux, ou choisissez un autre nom.</translation>
  </message>
  <message>
   <source>There is a model pack {name} already: remove it first.</source>
   <translation>Il y a déjà un module de vision {name} : supprimez-le d’abord.</translation>
  </message>
  <message>
   <source>There is a person {name!r} already: merge the two, or choose another name.</source>
   <translation>Il y a déjà une personne {name!r} : fusionnez les deux, ou choisissez un autre nom.</translation>
  </message>
  <message>
   <source>There is an NVIDIA GPU, and this installation's torch is the small build for processors.</source>
   <translation>Il y a un GPU NVIDIA, et le torch de cette installation est la petite version pour processeurs.</translation>
  </message>
  <message>
   <source>There is no NVIDIA GPU here that a driver answers for.</source>
   <translation>Il n’y a ici aucun GPU NVIDIA dont un pilote réponde.</translation>
  </message>
  <message>
   <source>There is no action {id} in this library: see `undo --list`.</source>
   <translation>Il n’y a pas d’action {id} dans cette bibliothèque : voyez `undo --list`.</translation>
  </message>
  <message>
   <source>There is no backbone {name!r}; there are: {ours}, and every model name of timm.</source>
   <translation>Il n’y a pas de réseau de neurones « {name} » ; il y a : {ours}, et tous les noms de modèles de timm.</translation>
  </message>
  <message>
   <source>There is no cluster {cluster!r} in this library.</source>
   <translation>Il n’y a pas de groupe « {cluster} » dans cette bibliothèque.</translation>
  </message>
  <message>
   <source>There is no cluster {name}: this library has none yet.</source>
   <translation>Il n’y a pas de groupe {name} : cette bibliothèque n’en a encore aucun.</translation>
  </message>
  <message>
   <source>There is no cluster {name}; near it are: {names}.</source>
   <translation>Il n’y a pas de groupe {name} ; les plus proches : {names}.</translation>
  </message>
  <message>
   <source>There is no data set {dataset!r}; there are: {names}.</source>
   <translation>Il n’y a pas de jeu de données « {dataset} » ; il y a : {names}.</translation>
  </message>
  <message>
   <source>There is no edit or action {id} in this library: see `undo --list`.</source>
   <translation>Il n’y a ni modification ni action {id} dans cette bibliothèque : voyez `undo --list`.</translation>
  </message>
  <message>
   <source>There is no file {file} with weights of {name}.</source>
   <translation>Il n’y a pas de fichier {file} avec les poids de {name}.</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>Il n’y a pas de fichier {path}.</translation>
  </message>
  <message>
   <source>There is no folder {folder}: check the name, or whether its drive is plugged in.</source>
   <translation>Il n’y a pas de dossier {folder} : vérifiez le nom, ou si son disque est branché.</translation>
  </message>
  <message>
   <source>There is no model pack at {place}: neither visual/model.onnx with visual/preprocess_cfg.json, nor model.onnx with preprocessor_config.json.</source>
   <translation>Il n’y a pas de module de vision à {place} : ni visual/model.onnx avec visual/preprocess_cfg.json, ni model.onnx avec preprocessor_config.json.</translation>
  </message>
  <message>
   <source>There is no model pack {name!r}; `models list` names them.</source>
   <translation>Il n’y a pas de module de vision {name!r} ; `models list` les nomme.</translation>
  </message>
  <message>
   <source>There is no such person in this library any more.</source>
   <translation>Cette personne n’est plus dans cette bibliothèque.</translation>
  </message>
  <message>
   <source>There is no {noun} {name!r}; there are: {names}.</source>
   <translation>« {name} » n’existe pas ({noun}) ; il y a : {names}.</translation>
  </message>
  <message>
   <source>There is no {wanted} device here; use --device auto or --device cpu.</source>
   <translation>Il n’y a pas de processeur {wanted} ici ; utilisez --device auto ou --device cpu.</translation>
  </message>
  <message>
   <source>There is nothing to redo.</source>
   <translation>Il n’y a rien à rétablir.</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>Il n’y a rien à annuler.</translation>
  </message>
  <message>
   <source>There was no training of DEC to record: the clusters are as they were, or there is only one. Organise into a library of its own (--library), or with another --seed.</source>
   <translation>Il n’y a eu aucun entraînement de DEC à enregistrer : les groupes sont restés tels quels, ou il n’y en a qu’un. Organisez dans une bibliothèque à part (--library), ou avec un autre --seed.</translation>
  </message>
  <message>
   <source>These photos are not organised yet: run organise first.</source>
   <translation>Ces photos ne sont pas encore organisées : organisez-les d’abord.</translation>
  </message>
  <message>
   <source>These photos can be cut into {most} clusters at most: retrain for more.</source>
   <translation>Ces photos peuvent être découpées en {most} groupes au plus : réentraînez pour en avoir davantage.</translation>
  </message>
  <message>
   <source>This GPU is older than the GPU pack can use.</source>
   <translation>Ce GPU est trop ancien pour le module GPU.</translation>
  </message>
  <message>
   <source>This clustering is no longer kept: of those that were never taken, only the newest {kept} are. Choose another one, or retrain.</source>
   <translation>Ce regroupement n’est plus gardé : de ceux qui n’ont jamais été adoptés, seuls les {kept} plus récents le sont. Choisissez-en un autre, ou réentraînez.</translation>
  </message>
  <message>
   <source>This installation brings no GPU pack: install the CUDA build of torch into its environment.</source>
   <translation>Cette installation n’apporte pas de module GPU : installez la version CUDA de torch dans son environnement.</translation>
  </message>
  <message>
   <source>This installation's torch can use a GPU without a pack.</source>
   <translation>Le torch de cette installation peut utiliser un GPU sans module.</translation>
  </message>
  <message>
   <source>This installation's torch finds the GPU.</source>
   <translation>Le torch de cette installation trouve le GPU.</translation>
  </message>
  <message>
   <source>This installation's torch finds the Mac's GPU.</source>
   <translation>Le torch de cette installation trouve le GPU du Mac.</translation>
  </message>
  <message>
   <source>This library was made by a newer Photoloom: install that version to open it.</source>
   <translation>Cette bibliothèque vient d’un Photoloom plus récent : installez cette version pour l’ouvrir.</translation>
  </message>
  <message>
   <source>To find photos by a sentence, the package tokenizers is needed: install photoloom[sentences] with pip.</source>
   <translation>Pour trouver des photos par une phrase, il faut le paquet tokenizers : installez photoloom[sentences] avec pip.</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>Tolérance</translation>
  </message>
  <message>
   <source>Too many open files</source>
   <translation>Trop de fichiers ouverts</translation>
  </message>
  <message>
   <source>Typical pictures</source>
   <translation>Images types</translation>
  </message>
  <message>
   <source>Update interval</source>
   <translation>Intervalle de mise à jour</translation>
  </message>
  <message>
   <source>VaDE</source>
   <translation>VaDE</translation>
  </message>
  <message>
   <source>Variational autoencoder</source>
   <translation>Auto-encodeur variationnel</translation>
  </message>
  <message>
   <source>Ward</source>
   <translation>Ward</translation>
  </message>
  <message>
   <source>Weight of an orderly landscape against exact pictures.</source>
   <translation>Poids d’un paysage ordonné face à des images exactes.</translation>
  </message>
  <message>
   <source>Weight of redrawing while settling: 0 is DEC, 10 is IDEC.</source>
   <translation>Poids de la reconstruction pendant la stabilisation : 0 est DEC, 10 est IDEC.</translation>
  </message>
  <message>
   <source>What bends between layers.</source>
   <translation>Ce qui courbe entre les couches.</translation>
  </message>
  <message>
   <source>What the network is made of.</source>
   <translation>De quoi le réseau est fait.</translation>
  </message>
  <message>
   <source>What was fetched for the GPU pack is not what its lock names ({file}), and was not installed. Try again later, or over another network.</source>
   <translation>Ce qui a été téléchargé pour le module GPU n’est pas ce que nomme sa liste ({file}), et n’a pas été installé. Réessayez plus tard, ou par un autre réseau.</translation>
  </message>
  <message>
   <source>Width of both networks.</source>
   <translation>Largeur des deux réseaux.</translation>
  </message>
  <message>
   <source>Window and engine are of different versions of Photoloom: close the window and open it again.</source>
   <translation>La fenêtre et le moteur sont de versions différentes de Photoloom : fermez la fenêtre et rouvrez-la.</translation>
  </message>
  <message>
   <source>a Bazaar project</source>
   <translation>un projet Bazaar</translation>
  </message>
  <message>
   <source>a Capture One catalog</source>
   <translation>un catalogue Capture One</translation>
  </message>
  <message>
   <source>a Capture One session</source>
   <translation>une session Capture One</translation>
  </message>
  <message>
   <source>a Final Cut library</source>
   <translation>une bibliothèque Final Cut</translation>
  </message>
  <message>
   <source>a Git project</source>
   <translation>un projet Git</translation>
  </message>
  <message>
   <source>a Lightroom library</source>
   <translation>une bibliothèque Lightroom</translation>
  </message>
  <message>
   <source>a Mercurial project</source>
   <translation>un projet Mercurial</translation>
  </message>
  <message>
   <source>a Subversion project</source>
   <translation>un projet Subversion</translation>
  </message>
  <message>
   <source>a folder of another program ({name})</source>
   <translation>un dossier d’un autre programme ({name})</translation>
  </message>
  <message>
   <source>a library of Apple Photos</source>
   <translation>une photothèque de Photos d’Apple</translation>
  </message>
  <message>
   <source>a name is text, not {value!r}.</source>
   <translation>un nom est du texte, pas {value!r}.</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>un nombre</translation>
  </message>
  <message>
   <source>a pack may not hold the file {path!r}</source>
   <translation>un module ne peut pas contenir le fichier {path!r}</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>un nombre entier</translation>
  </message>
  <message>
   <source>an Aperture library</source>
   <translation>une photothèque Aperture</translation>
  </message>
  <message>
   <source>an iPhoto library</source>
   <translation>une photothèque iPhoto</translation>
  </message>
  <message>
   <source>autoencoder</source>
   <translation>auto-encodeur</translation>
  </message>
  <message>
   <source>cannot be read: {why}</source>
   <translation>ne peut pas être lu : {why}</translation>
  </message>
  <message>
   <source>convolutional</source>
   <translation>convolutives</translation>
  </message>
  <message>
   <source>copy {photos} to {folder}</source>
   <translation>copier {photos} dans {folder}</translation>
  </message>
  <message>
   <source>could not be opened ({why})</source>
   <translation>n’a pas pu être ouvert ({why})</translation>
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
   <source>dense</source>
   <translation>denses</translation>
  </message>
  <message>
   <source>diag</source>
   <translation>diagonale</translation>
  </message>
  <message>
   <source>digiKam's trash</source>
   <translation>la corbeille de digiKam</translation>
  </message>
  <message>
   <source>draw a face</source>
   <translation>marquer un visage</translation>
  </message>
  <message>
   <source>edges</source>
   <translation>contours</translation>
  </message>
  <message>
   <source>elu</source>
   <translation>ELU</translation>
  </message>
  <message>
   <source>full</source>
   <translation>complète</translation>
  </message>
  <message>
   <source>gelu</source>
   <translation>GELU</translation>
  </message>
  <message>
   <source>go back to the clusters of {moment}</source>
   <translation>revenir aux groupes du {moment}</translation>
  </message>
  <message>
   <source>hard-link {photos} into {folder}</source>
   <translation>lier physiquement {photos} dans {folder}</translation>
  </message>
  <message>
   <source>has more than {count} million pixels, too many to open</source>
   <translation>a plus de {count} millions de pixels, trop pour être ouvert</translation>
  </message>
  <message>
   <source>hide a person</source>
   <translation>masquer une personne</translation>
  </message>
  <message>
   <source>hide {person}</source>
   <translation>masquer {person}</translation>
  </message>
  <message>
   <source>is a RAW file without a preview picture</source>
   <translation>est un fichier RAW sans image d’aperçu</translation>
  </message>
  <message>
   <source>is a folder that cannot be read: {why}</source>
   <translation>est un dossier qui ne peut pas être lu : {why}</translation>
  </message>
  <message>
   <source>is a folder whose drive is not there; what is known of its photos is kept</source>
   <translation>est un dossier dont le disque n’est pas là ; ce qui est connu de ses photos est conservé</translation>
  </message>
  <message>
   <source>is a kind of {kind} that is not read ({error})</source>
   <translation>est une sorte de {kind} qui n’est pas lue ({error})</translation>
  </message>
  <message>
   <source>is a link that leads nowhere</source>
   <translation>est un lien qui ne mène nulle part</translation>
  </message>
  <message>
   <source>is a link that leaves the folder, and is not followed</source>
   <translation>est un lien qui sort du dossier, et n’est pas suivi</translation>
  </message>
  <message>
   <source>is cut off: more than half of the picture is missing</source>
   <translation>est tronqué : plus de la moitié de l’image manque</translation>
  </message>
  <message>
   <source>is cut off: the end of the file is missing</source>
   <translation>est tronqué : la fin du fichier manque</translation>
  </message>
  <message>
   <source>is damaged and cannot be read ({error})</source>
   <translation>est endommagé et ne peut pas être lu ({error})</translation>
  </message>
  <message>
   <source>is empty</source>
   <translation>est vide</translation>
  </message>
  <message>
   <source>is in the cloud, not on this computer</source>
   <translation>est dans le nuage, pas sur cet ordinateur</translation>
  </message>
  <message>
   <source>is no longer there</source>
   <translation>n’est plus là</translation>
  </message>
  <message>
   <source>is not a RAW file that can be read</source>
   <translation>n’est pas un fichier RAW lisible</translation>
  </message>
  <message>
   <source>is not a file but a pipe, a socket or a device</source>
   <translation>n’est pas un fichier mais un tube, une prise ou un périphérique</translation>
  </message>
  <message>
   <source>is not a picture that can be read: it is damaged or of another kind</source>
   <translation>n’est pas une image lisible : le fichier est endommagé ou d’une autre sorte</translation>
  </message>
  <message>
   <source>is still being written</source>
   <translation>est encore en cours d’écriture</translation>
  </message>
  <message>
   <source>it has these keywords already</source>
   <translation>elle a déjà ces mots-clés</translation>
  </message>
  <message>
   <source>it is damaged or cut off, so nothing is written into it: use a sidecar</source>
   <translation>elle est endommagée ou tronquée, rien n’y est donc écrit : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>it is in no cluster whose name it could have</source>
   <translation>elle n’est dans aucun groupe dont elle pourrait porter le nom</translation>
  </message>
  <message>
   <source>it is undone</source>
   <translation>c’est annulé</translation>
  </message>
  <message>
   <source>it is undone, and can be redone until the next edit</source>
   <translation>c’est annulé, et peut être rétabli jusqu’à la prochaine modification</translation>
  </message>
  <message>
   <source>it names a file twice</source>
   <translation>il nomme un fichier deux fois</translation>
  </message>
  <message>
   <source>it names {count} files</source>
   <translation>il nomme {count} fichiers</translation>
  </message>
  <message>
   <source>it says do: {do!r}; there are {names}.</source>
   <translation>elle dit do : {do!r} ; il y a {names}.</translation>
  </message>
  <message>
   <source>it stays with its photo</source>
   <translation>il reste avec sa photo</translation>
  </message>
  <message>
   <source>it takes a list with at least one entry, not {value!r}.</source>
   <translation>il faut une liste d’au moins un élément, pas {value!r}.</translation>
  </message>
  <message>
   <source>it takes more than {size} GB</source>
   <translation>il prend plus de {size} Go</translation>
  </message>
  <message>
   <source>it was cut in the middle, and is finished at the next start</source>
   <translation>elle a été interrompue, et sera achevée au prochain démarrage</translation>
  </message>
  <message>
   <source>it was stopped before its turn</source>
   <translation>l’action a été arrêtée avant son tour</translation>
  </message>
  <message>
   <source>its XMP is written in an old way, which would be hidden by another: use a sidecar</source>
   <translation>son XMP est écrit d’une manière ancienne, qu’un autre cacherait : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>its drive was away</source>
   <translation>son disque était absent</translation>
  </message>
  <message>
   <source>its keywords are in the part of its XMP that did not fit into one segment: use a sidecar</source>
   <translation>ses mots-clés sont dans la partie de son XMP qui n’a pas tenu dans un segment : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>its pages lead back to one another: use a sidecar</source>
   <translation>ses pages renvoient les unes aux autres : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>its path in {folder} is too long for Windows</source>
   <translation>son chemin dans {folder} est trop long pour Windows</translation>
  </message>
  <message>
   <source>its photo went without it: {reason}</source>
   <translation>sa photo est partie sans lui : {reason}</translation>
  </message>
  <message>
   <source>k = {k} does not lie between 1 and the {n:,} pictures there are.</source>
   <translation>k = {k} n’est pas compris entre 1 et les {n:,} images qu’il y a.</translation>
  </message>
  <message>
   <source>k = {k} is less than the {anchors} clusters you have named, locked or moved photos to: choose {least} or more.</source>
   <translation>{k} groupes, c’est moins que les {anchors} que vous avez nommés, verrouillés ou complétés de photos : choisissez {least} ou plus.</translation>
  </message>
  <message>
   <source>k = {k} is more than the {count:,} photos that could be read.</source>
   <translation>{k} groupes, c’est plus que les {count:,} photos qui ont pu être lues.</translation>
  </message>
  <message>
   <source>k = {k} is more than the {n:,} rows of {file}.</source>
   <translation>k = {k} dépasse les {n:,} lignes de {file}.</translation>
  </message>
  <message>
   <source>k = {k} leaves no room for the photos outside of your locked clusters: choose {least}.</source>
   <translation>{k} groupes ne laissent pas de place aux photos hors de vos groupes verrouillés : choisissez {least}.</translation>
  </message>
  <message>
   <source>k is a whole number from 1 on, or auto; not {k}.</source>
   <translation>k est un nombre entier à partir de 1, ou auto ; pas {k}.</translation>
  </message>
  <message>
   <source>k-means</source>
   <translation>k-moyennes</translation>
  </message>
  <message>
   <source>k-means by hand</source>
   <translation>k-means à la main</translation>
  </message>
  <message>
   <source>k-means codebook</source>
   <translation>Dictionnaire k-means</translation>
  </message>
  <message>
   <source>keep 1 photo where it is</source>
   <translation>garder 1 photo où elle est</translation>
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
   <source>keep {number} photos where they are</source>
   <translation>garder {number} photos où elles sont</translation>
  </message>
  <message>
   <source>keep {photos} in {cluster}</source>
   <translation>garder {photos} dans {cluster}</translation>
  </message>
  <message>
   <source>keep {photos} out of {cluster}</source>
   <translation>exclure {photos} de {cluster}</translation>
  </message>
  <message>
   <source>keep {photos} that look the same</source>
   <translation>garder {photos} qui se ressemblent</translation>
  </message>
  <message>
   <source>keywords are not written into RAW files: use a sidecar</source>
   <translation>les mots-clés ne sont pas écrits dans les fichiers RAW : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>keywords cannot be written into files of this kind: use a sidecar</source>
   <translation>les mots-clés ne peuvent pas être écrits dans les fichiers de ce type : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>link {photos} into {folder}</source>
   <translation>lier {photos} dans {folder}</translation>
  </message>
  <message>
   <source>list {photos} in {file}</source>
   <translation>lister {photos} dans {file}</translation>
  </message>
  <message>
   <source>lock {cluster}</source>
   <translation>verrouiller {cluster}</translation>
  </message>
  <message>
   <source>made its decoder crash ({error}), so it is probably damaged</source>
   <translation>a fait planter son décodeur ({error}) : il est sans doute endommagé</translation>
  </message>
  <message>
   <source>make a person of {faces}</source>
   <translation>faire une personne de {faces}</translation>
  </message>
  <message>
   <source>make {cluster} of {photos}</source>
   <translation>créer {cluster} avec {photos}</translation>
  </message>
  <message>
   <source>may not be read: permission denied</source>
   <translation>ne peut pas être lu : permission refusée</translation>
  </message>
  <message>
   <source>merge takes 2 clusters or more.</source>
   <translation>merge prend 2 groupes ou plus.</translation>
  </message>
  <message>
   <source>merge {cluster} into {other}</source>
   <translation>fusionner {cluster} avec {other}</translation>
  </message>
  <message>
   <source>merge {count:,} persons</source>
   <translation>fusionner {count:,} personnes</translation>
  </message>
  <message>
   <source>merge {count:,} persons into {person}</source>
   <translation>fusionner {count:,} personnes en {person}</translation>
  </message>
  <message>
   <source>models {what} needs the NAME of a model pack.</source>
   <translation>models {what} demande le nom (NAME) d’un module de vision.</translation>
  </message>
  <message>
   <source>move {photos} to {cluster}</source>
   <translation>déplacer {photos} vers {cluster}</translation>
  </message>
  <message>
   <source>move {photos} to {folder}</source>
   <translation>déplacer {photos} dans {folder}</translation>
  </message>
  <message>
   <source>name a person {name}</source>
   <translation>nommer une personne {name}</translation>
  </message>
  <message>
   <source>needs more memory than there is</source>
   <translation>demande plus de mémoire qu’il n’y en a</translation>
  </message>
  <message>
   <source>needs more than {count} GiB of memory to decode</source>
   <translation>demande plus de {count} Gio de mémoire pour être décodé</translation>
  </message>
  <message>
   <source>neighbours</source>
   <translation>voisins</translation>
  </message>
  <message>
   <source>no face in {count:,} places</source>
   <translation>pas de visage à {count:,} endroits</translation>
  </message>
  <message>
   <source>nothing of it was done</source>
   <translation>rien n’en a été fait</translation>
  </message>
  <message>
   <source>on or off</source>
   <translation>on ou off</translation>
  </message>
  <message>
   <source>part of a JavaScript project</source>
   <translation>une partie d’un projet JavaScript</translation>
  </message>
  <message>
   <source>part of a Lightroom catalog</source>
   <translation>une partie d’un catalogue Lightroom</translation>
  </message>
  <message>
   <source>plain</source>
   <translation>pixels seuls</translation>
  </message>
  <message>
   <source>put back</source>
   <translation>remettre</translation>
  </message>
  <message>
   <source>relu</source>
   <translation>ReLU</translation>
  </message>
  <message>
   <source>rename {cluster} to {name}</source>
   <translation>renommer {cluster} en {name}</translation>
  </message>
  <message>
   <source>rename {person} to {name}</source>
   <translation>renommer {person} en {name}</translation>
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
   <source>show a person again</source>
   <translation>montrer de nouveau une personne</translation>
  </message>
  <message>
   <source>show {person} again</source>
   <translation>montrer de nouveau {person}</translation>
  </message>
  <message>
   <source>show {photos} that look the same again</source>
   <translation>montrer de nouveau {photos} qui se ressemblent</translation>
  </message>
  <message>
   <source>spherical</source>
   <translation>sphérique</translation>
  </message>
  <message>
   <source>split a person into {number}</source>
   <translation>diviser une personne en {number}</translation>
  </message>
  <message>
   <source>split {cluster} into {number}</source>
   <translation>diviser {cluster} en {number}</translation>
  </message>
  <message>
   <source>split {person} into {number}</source>
   <translation>diviser {person} en {number}</translation>
  </message>
  <message>
   <source>t-SNE</source>
   <translation>t-SNE</translation>
  </message>
  <message>
   <source>take over {cluster} with {photos}</source>
   <translation>reprendre {cluster} avec {photos}</translation>
  </message>
  <message>
   <source>take over {number} names with {photos}</source>
   <translation>reprendre {number} noms avec {photos}</translation>
  </message>
  <message>
   <source>take {faces} out of a person</source>
   <translation>retirer {faces} d’une personne</translation>
  </message>
  <message>
   <source>tanh</source>
   <translation>tanh</translation>
  </message>
  <message>
   <source>the SHA-256 of {path} is none</source>
   <translation>le SHA-256 de {path} n’en est pas un</translation>
  </message>
  <message>
   <source>the album was not written</source>
   <translation>l’album n’a pas été écrit</translation>
  </message>
  <message>
   <source>the folder of a Lightroom catalog</source>
   <translation>le dossier d’un catalogue Lightroom</translation>
  </message>
  <message>
   <source>the library</source>
   <translation>la bibliothèque</translation>
  </message>
  <message>
   <source>the library {folder}</source>
   <translation>la bibliothèque {folder}</translation>
  </message>
  <message>
   <source>the name {value!r} holds half a character.</source>
   <translation>le nom {value!r} contient un demi-caractère.</translation>
  </message>
  <message>
   <source>the newer edit is undone with it</source>
   <translation>la modification plus récente est annulée avec elle</translation>
  </message>
  <message>
   <source>the original of {name} was changed since: the copy stays</source>
   <translation>l’original de {name} a été modifié depuis : la copie reste</translation>
  </message>
  <message>
   <source>the size of {path} is no size</source>
   <translation>la taille de {path} n’en est pas une</translation>
  </message>
  <message>
   <source>the system says: {reason}</source>
   <translation>le système dit : {reason}</translation>
  </message>
  <message>
   <source>the system's</source>
   <translation>du système</translation>
  </message>
  <message>
   <source>the {count:,} newer edits are undone with it</source>
   <translation>les {count:,} modifications plus récentes sont annulées avec elle</translation>
  </message>
  <message>
   <source>there is another {name} in its place now</source>
   <translation>un autre {name} est à sa place maintenant</translation>
  </message>
  <message>
   <source>there is no cluster {word!r}; there are {names}.</source>
   <translation>il n’y a pas de groupe {word!r} ; il y a {names}.</translation>
  </message>
  <message>
   <source>there is no photo {path!r} in that folder's library.</source>
   <translation>il n’y a pas de photo {path!r} dans la bibliothèque de ce dossier.</translation>
  </message>
  <message>
   <source>there is no room for it in a JPEG: use a sidecar</source>
   <translation>il n’y a pas de place pour cela dans un JPEG : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>there is no room for it in a TIFF: use a sidecar</source>
   <translation>il n’y a pas de place pour cela dans un TIFF : utilisez un fichier annexe</translation>
  </message>
  <message>
   <source>there was no room on the disk</source>
   <translation>il n’y avait plus de place sur le disque</translation>
  </message>
  <message>
   <source>this drive has no hard links: copy or move instead</source>
   <translation>ce disque n’a pas de liens physiques : copiez ou déplacez</translation>
  </message>
  <message>
   <source>this drive, or your account, cannot make symlinks: copy or move instead</source>
   <translation>ce disque ou votre compte ne permet pas de liens symboliques : copiez ou déplacez</translation>
  </message>
  <message>
   <source>throw {photos} away</source>
   <translation>jeter {photos}</translation>
  </message>
  <message>
   <source>timm has no weights for {name}; give a file of them: {name}@FILE.</source>
   <translation>timm n’a pas de poids pour {name} ; donnez-en un fichier : {name}@FICHIER.</translation>
  </message>
  <message>
   <source>took longer than {count} seconds to decode</source>
   <translation>a demandé plus de {count} secondes de décodage</translation>
  </message>
  <message>
   <source>turn {photos} to the left</source>
   <translation>tourner {photos} à gauche</translation>
  </message>
  <message>
   <source>turn {photos} to the right</source>
   <translation>tourner {photos} à droite</translation>
  </message>
  <message>
   <source>turn {photos} upside down</source>
   <translation>retourner {photos}</translation>
  </message>
  <message>
   <source>unlock {cluster}</source>
   <translation>déverrouiller {cluster}</translation>
  </message>
  <message>
   <source>was being read both times when Photoloom ended unexpectedly</source>
   <translation>était en cours de lecture les deux fois où Photoloom s’est arrêté brusquement</translation>
  </message>
  <message>
   <source>was not read: its decoder was ended from outside ({error})</source>
   <translation>n’a pas été lu : son décodeur a été arrêté de l’extérieur ({error})</translation>
  </message>
  <message>
   <source>where digiKam keeps its database</source>
   <translation>là où digiKam garde sa base de données</translation>
  </message>
  <message>
   <source>write keywords for {photos}</source>
   <translation>écrire les mots-clés de {photos}</translation>
  </message>
  <message>
   <source>{address} could not be read ({reason}): check the address and the connection, and add the pack again. It goes on where it stopped.</source>
   <translation>{address} n’a pas pu être lue ({reason}) : vérifiez l’adresse et la connexion, et ajoutez le module de nouveau. Il reprend là où il s’est arrêté.</translation>
  </message>
  <message>
   <source>{address} does not say how large {file} is.</source>
   <translation>{address} ne dit pas quelle est la taille de {file}.</translation>
  </message>
  <message>
   <source>{address} is one file: give the address of the folder or of its pack.json, or fetch the file with a browser and add that.</source>
   <translation>{address} est un seul fichier : donnez l’adresse du dossier ou de son pack.json, ou téléchargez le fichier avec un navigateur et ajoutez-le.</translation>
  </message>
  <message>
   <source>{cluster} has changed while it was split: split it again.</source>
   <translation>{cluster} a changé pendant la division : divisez ce groupe à nouveau.</translation>
  </message>
  <message>
   <source>{cluster} holds new photos: look for new photos first, then split it.</source>
   <translation>{cluster} contient de nouvelles photos : cherchez d’abord les nouvelles photos, puis divisez-le.</translation>
  </message>
  <message>
   <source>{cluster} holds {count} photos: it cannot be split into {parts}.</source>
   <translation>{cluster} contient {count} photos : ce groupe ne peut pas être divisé en {parts}.</translation>
  </message>
  <message>
   <source>{cluster} is no cluster of its own: photos wait there that fit nowhere. Move them into a cluster, or make a new one of them.</source>
   <translation>« {cluster} » n’est pas un vrai groupe : des photos qui ne vont nulle part y attendent. Déplacez-les dans un groupe, ou créez-en un nouveau avec elles.</translation>
  </message>
  <message>
   <source>{count:,} faces</source>
   <translation>{count:,} visages</translation>
  </message>
  <message>
   <source>{count:,} findings are left.</source>
   <translation>Il reste {count:,} constats.</translation>
  </message>
  <message>
   <source>{count:,} photos</source>
   <translation>{count:,} photos</translation>
  </message>
  <message>
   <source>{count:,} photos are no longer in {folder}; what is known of them is kept.</source>
   <translation>{count:,} photos ne sont plus dans {folder} ; ce qui en est connu est conservé.</translation>
  </message>
  <message>
   <source>{count:,} photos of {folder} are missing by now, and {most:,} were when they were counted: nothing was forgotten. Count them again.</source>
   <translation>{count:,} photos de {folder} manquent à présent, et il y en avait {most:,} quand elles ont été comptées : rien n’a été oublié. Comptez-les de nouveau.</translation>
  </message>
  <message>
   <source>{count:,} pictures of {side} × {side} take about {needed:.1f} GB to learn from, and {free:.1f} GB of memory are free: take smaller pictures or fewer.</source>
   <translation>{count:,} images de {side} × {side} demandent environ {needed:.1f} Go pour apprendre, et {free:.1f} Go de mémoire sont libres : prenez des images plus petites ou moins nombreuses.</translation>
  </message>
  <message>
   <source>{count:,} vectors are of a version that kept no checksums: whether they were changed before is not known; from now on it is noticed.</source>
   <translation>{count:,} vecteurs datent d’une version qui ne gardait pas de sommes de contrôle : on ne sait pas s’ils ont été modifiés avant ; désormais, cela se remarque.</translation>
  </message>
  <message>
   <source>{count:,} vectors in {shard} are damaged, changed or lost.</source>
   <translation>{count:,} vecteurs de {shard} sont endommagés, modifiés ou perdus.</translation>
  </message>
  <message>
   <source>{count:,} vectors were changed or lost on the disk: they are made again.</source>
   <translation>{count:,} vecteurs ont été modifiés ou perdus sur le disque : ils sont recalculés.</translation>
  </message>
  <message>
   <source>{count} could not be put back; the reasons are above.</source>
   <translation>{count} n’ont pas pu être remis en place ; les raisons sont ci-dessus.</translation>
  </message>
  <message>
   <source>{dataset} goes with --protocol {names}, not {protocol!r}.</source>
   <translation>{dataset} va avec --protocol {names}, pas {protocol!r}.</translation>
  </message>
  <message>
   <source>{dataset} is read from a folder: name it by --data.</source>
   <translation>{dataset} est lu dans un dossier : nommez-le par --data.</translation>
  </message>
  <message>
   <source>{do} lacks {error}.</source>
   <translation>il manque {error} à {do}.</translation>
  </message>
  <message>
   <source>{do} takes 2 photos, not {count}.</source>
   <translation>{do} prend 2 photos, pas {count}.</translation>
  </message>
  <message>
   <source>{drive} has {free} free, and this needs {needed}: make room there, or choose another folder.</source>
   <translation>{drive} a {free} libres, et il faut {needed} : faites-y de la place, ou choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>{faces} not of {person}</source>
   <translation>{faces} : pas {person}</translation>
  </message>
  <message>
   <source>{faces} of strangers</source>
   <translation>{faces} d’inconnus</translation>
  </message>
  <message>
   <source>{faces} of {person}</source>
   <translation>{faces} : {person}</translation>
  </message>
  <message>
   <source>{file} at {address} is too large.</source>
   <translation>{file} à {address} est trop grand.</translation>
  </message>
  <message>
   <source>{file} cannot be opened ({reason}).</source>
   <translation>{file} ne peut pas être ouvert ({reason}).</translation>
  </message>
  <message>
   <source>{file} cannot be read ({reason}).</source>
   <translation>{file} ne peut pas être lu ({reason}).</translation>
  </message>
  <message>
   <source>{file} could not be written: {reason}. Make room there, or choose another folder.</source>
   <translation>{file} n’a pas pu être écrit : {reason}. Faites de la place ou choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>{file} does not say how the network wants its pictures.</source>
   <translation>{file} ne dit pas comment le réseau veut ses images.</translation>
  </message>
  <message>
   <source>{file} does not say what the network reads.</source>
   <translation>{file} ne dit pas ce que lit le réseau.</translation>
  </message>
  <message>
   <source>{file} from {place} is not what the pack's manifest names: the pack was not added. Try again later, or take it from elsewhere.</source>
   <translation>{file} de {place} n’est pas ce que nomme le manifeste du module : le module n’a pas été ajouté. Réessayez plus tard, ou prenez-le ailleurs.</translation>
  </message>
  <message>
   <source>{file} has no token {token!r}.</source>
   <translation>{file} n’a pas de jeton {token!r}.</translation>
  </message>
  <message>
   <source>{file} holds no weights of timm's {name}.</source>
   <translation>{file} ne contient pas de poids pour le modèle {name} de timm.</translation>
  </message>
  <message>
   <source>{file} is no ONNX file.</source>
   <translation>{file} n’est pas un fichier ONNX.</translation>
  </message>
  <message>
   <source>{file} is no network that looks at pictures.</source>
   <translation>{file} n’est pas un réseau qui regarde des images.</translation>
  </message>
  <message>
   <source>{file} is no tokenizer that can be read.</source>
   <translation>{file} n’est pas un tokeniseur lisible.</translation>
  </message>
  <message>
   <source>{file} is not at {address}.</source>
   <translation>{file} n’est pas à {address}.</translation>
  </message>
  <message>
   <source>{file} is not in {folder}.</source>
   <translation>{file} n’est pas dans {folder}.</translation>
  </message>
  <message>
   <source>{file} makes no vectors of pictures.</source>
   <translation>{file} ne fait pas de vecteurs des images.</translation>
  </message>
  <message>
   <source>{file} makes other vectors than {visual}.</source>
   <translation>{file} fait d’autres vecteurs que {visual}.</translation>
  </message>
  <message>
   <source>{file} of the model pack {name} is damaged: remove the pack and add it again.</source>
   <translation>{file} du module de vision {name} est endommagé : supprimez le module et ajoutez-le de nouveau.</translation>
  </message>
  <message>
   <source>{file} reads its weights from {other!r}, which is no file of the pack: it was not added.</source>
   <translation>{file} lit ses poids dans {other!r}, qui n’est pas un fichier du module : il n’a pas été ajouté.</translation>
  </message>
  <message>
   <source>{flag} takes whole numbers with commas, such as 0,1,2; not {words!r}.</source>
   <translation>{flag} prend des nombres entiers séparés par des virgules, comme 0,1,2 ; pas {words!r}.</translation>
  </message>
  <message>
   <source>{folder} cannot be read ({reason})</source>
   <translation>{folder} ne peut pas être lu ({reason})</translation>
  </message>
  <message>
   <source>{folder} cannot be seen now: its drive may be away</source>
   <translation>{folder} n’est pas visible pour l’instant : son disque est peut-être absent</translation>
  </message>
  <message>
   <source>{folder} cannot be written ({reason}).</source>
   <translation>Impossible d’écrire dans {folder} ({reason}).</translation>
  </message>
  <message>
   <source>{folder} has gone while it was looked through: is its drive plugged in? Nothing was forgotten; run again when it is back.</source>
   <translation>{folder} a disparu pendant son parcours : son disque est-il branché ? Rien n’a été oublié ; relancez quand il sera de retour.</translation>
  </message>
  <message>
   <source>{folder} has gone while its photos were read: is its drive plugged in? Nothing was forgotten; run again when it is back.</source>
   <translation>{folder} a disparu pendant la lecture de ses photos : son disque est-il branché ? Rien n’a été oublié ; relancez quand il sera de retour.</translation>
  </message>
  <message>
   <source>{folder} has {count:,} photos; a network learns from {fewest} or more.</source>
   <translation>{folder} contient {count:,} photos ; un réseau apprend à partir de {fewest} au moins.</translation>
  </message>
  <message>
   <source>{folder} has {images:,} {part} images but {labels:,} labels; get it anew.</source>
   <translation>{folder} a {images:,} images ({part}) mais {labels:,} étiquettes ; récupérez-le à nouveau.</translation>
  </message>
  <message>
   <source>{folder} holds no folders of pictures; the benchmark wants one folder a label.</source>
   <translation>{folder} ne contient pas de dossiers d’images ; la mesure veut un dossier par étiquette.</translation>
  </message>
  <message>
   <source>{folder} is a file: name the folder it lies in.</source>
   <translation>{folder} est un fichier : nommez le dossier qui le contient.</translation>
  </message>
  <message>
   <source>{folder} is a folder of Photoloom's own, not one of photos: name the folder your photos lie in.</source>
   <translation>{folder} est un dossier de Photoloom, pas un dossier de photos : indiquez le dossier où se trouvent vos photos.</translation>
  </message>
  <message>
   <source>{folder} is a link that leads out of {target}</source>
   <translation>{folder} est un lien qui mène hors de {target}</translation>
  </message>
  <message>
   <source>{folder} is a link to another place: delete it by hand first.</source>
   <translation>{folder} est un lien vers un autre endroit : supprimez-le d’abord à la main.</translation>
  </message>
  <message>
   <source>{folder} is empty, but the library knows {known:,} pictures there: is its drive plugged in? Nothing was forgotten.</source>
   <translation>{folder} est vide, mais la bibliothèque y connaît {known:,} images : son disque est-il branché ? Rien n’a été oublié.</translation>
  </message>
  <message>
   <source>{folder} is not in a library yet: `organise` it first.</source>
   <translation>{folder} n’est pas encore dans une bibliothèque : lancez d’abord `organise`.</translation>
  </message>
  <message>
   <source>{folder} is not organised yet: run `organise` on it first.</source>
   <translation>{folder} n’est pas encore organisé : lancez d’abord `organise`.</translation>
  </message>
  <message>
   <source>{folder} is not there: is its drive plugged in?</source>
   <translation>{folder} n’est pas là : son disque est-il branché ?</translation>
  </message>
  <message>
   <source>{folder} is not there: is its drive plugged in? Nothing was forgotten.</source>
   <translation>{folder} n’est pas là : son disque est-il branché ? Rien n’a été oublié.</translation>
  </message>
  <message>
   <source>{folder} is {what}, and left alone</source>
   <translation>{folder} est {what}, et n’est pas touché</translation>
  </message>
  <message>
   <source>{folder} lacks {name} (or {name}.gz): put the data set's four IDX files there.</source>
   <translation>Il manque {name} (ou {name}.gz) à {folder} : mettez-y les quatre fichiers IDX du jeu de données.</translation>
  </message>
  <message>
   <source>{ignore_file} holds a line that is not a pattern: {error}</source>
   <translation>{ignore_file} contient une ligne qui n’est pas un motif : {error}</translation>
  </message>
  <message>
   <source>{name!r} cannot be the name of a model pack: small letters, digits, dots and dashes.</source>
   <translation>{name!r} ne peut pas être le nom d’un module de vision : minuscules, chiffres, points et tirets.</translation>
  </message>
  <message>
   <source>{name!r} is no parameter; there are: {names}.</source>
   <translation>{name!r} n’est pas un paramètre ; il y a : {names}.</translation>
  </message>
  <message>
   <source>{name} came out different on the disk</source>
   <translation>{name} est arrivé différent sur le disque</translation>
  </message>
  <message>
   <source>{name} came out different on the disk it was copied to</source>
   <translation>la copie de {name} diffère de l’original</translation>
  </message>
  <message>
   <source>{name} cannot be removed ({reason})</source>
   <translation>{name} ne peut pas être retiré ({reason})</translation>
  </message>
  <message>
   <source>{name} cannot be thrown away ({reason})</source>
   <translation>{name} ne peut pas être mis à la corbeille ({reason})</translation>
  </message>
  <message>
   <source>{name} has just come there: try again</source>
   <translation>{name} vient d’y arriver : réessayez</translation>
  </message>
  <message>
   <source>{name} is a link, which is not followed</source>
   <translation>{name} est un lien, qui n’est pas suivi</translation>
  </message>
  <message>
   <source>{name} is being changed</source>
   <translation>{name} est en cours de modification</translation>
  </message>
  <message>
   <source>{name} is no file any more</source>
   <translation>{name} n’est plus un fichier</translation>
  </message>
  <message>
   <source>{name} is not a file</source>
   <translation>{name} n’est pas un fichier</translation>
  </message>
  <message>
   <source>{name} is not in the trash any more</source>
   <translation>{name} n’est plus dans la corbeille</translation>
  </message>
  <message>
   <source>{name} is not there any more</source>
   <translation>{name} n’est plus là</translation>
  </message>
  <message>
   <source>{name} is on another drive, where no hard link leads: copy it</source>
   <translation>{name} est sur un autre disque, où aucun lien physique ne mène : copiez-le</translation>
  </message>
  <message>
   <source>{name} is one of {choices}, not {value!r}.</source>
   <translation>{name} est l’un de {choices}, pas {value!r}.</translation>
  </message>
  <message>
   <source>{name} is only in the cloud: download it first</source>
   <translation>{name} n’est que dans le nuage : téléchargez-le d’abord</translation>
  </message>
  <message>
   <source>{name} is the only copy now: it stays where it is</source>
   <translation>{name} est la seule copie maintenant : elle reste où elle est</translation>
  </message>
  <message>
   <source>{name} is there already, as {target}</source>
   <translation>{name} est déjà là : {target}</translation>
  </message>
  <message>
   <source>{name} is where it is to be</source>
   <translation>{name} est déjà à sa place</translation>
  </message>
  <message>
   <source>{name} lies between {low} and {high}, not {value!r}.</source>
   <translation>{name} est compris entre {low} et {high}, pas {value!r}.</translation>
  </message>
  <message>
   <source>{name} lies on another drive, where no hard link can lead</source>
   <translation>{name} est sur un autre disque, où aucun lien physique ne mène</translation>
  </message>
  <message>
   <source>{name} may be the last name of its file: it stays</source>
   <translation>{name} est peut-être le dernier nom de son fichier : il reste</translation>
  </message>
  <message>
   <source>{name} takes {wanted}, not {value!r}.</source>
   <translation>{name} prend {wanted}, pas {value!r}.</translation>
  </message>
  <message>
   <source>{name} was changed since</source>
   <translation>{name} a été modifié depuis</translation>
  </message>
  <message>
   <source>{name} was changed since it was planned</source>
   <translation>{name} a été modifié depuis le plan</translation>
  </message>
  <message>
   <source>{name} was changed since: it stays as it is</source>
   <translation>{name} a été modifié depuis : il reste tel quel</translation>
  </message>
  <message>
   <source>{name} was changed since: it stays where it is</source>
   <translation>{name} a été modifié depuis : il reste où il est</translation>
  </message>
  <message>
   <source>{network} can't run in ONNX Runtime; torch takes its place, slower.</source>
   <translation>{network} ne peut pas tourner dans ONNX Runtime ; torch prend sa place, plus lentement.</translation>
  </message>
  <message>
   <source>{network} has no last block that could learn from photos; take efficientnet_lite0, which has.</source>
   <translation>{network} n’a pas de dernier bloc qui puisse apprendre de photos ; prenez efficientnet_lite0, qui en a un.</translation>
  </message>
  <message>
   <source>{network} needs the package timm here, which this installation of Photoloom is without: install Photoloom with pip, or take the network that comes with it.</source>
   <translation>{network} a besoin ici du paquet timm, que cette installation de Photoloom n’a pas : installez Photoloom avec pip, ou prenez le réseau fourni avec elle.</translation>
  </message>
  <message>
   <source>{note} cannot be written ({reason}): remove it, if it is no file of your own.</source>
   <translation>{note} ne peut pas être écrit ({reason}) : supprimez-le s’il n’est pas à vous.</translation>
  </message>
  <message>
   <source>{out} has room for {free:.0f} MB, and a recording takes up to {needed:.0f} MB: free some, or choose another folder.</source>
   <translation>Il reste {free:.0f} Mo dans {out}, et un enregistrement en prend jusqu’à {needed:.0f} : libérez de la place, ou choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>{out} is a file: name a folder for the report.</source>
   <translation>{out} est un fichier : indiquez un dossier pour le rapport.</translation>
  </message>
  <message>
   <source>{out} is a folder: name the file to write.</source>
   <translation>{out} est un dossier : indiquez le fichier à écrire.</translation>
  </message>
  <message>
   <source>{out} is named like a picture: choose a name that ends in .{kind}.</source>
   <translation>{out} porte un nom d’image : choisissez un nom qui finit par .{kind}.</translation>
  </message>
  <message>
   <source>{out} is not empty and holds no earlier report; choose another folder for the report.</source>
   <translation>{out} n’est pas vide et ne contient pas de rapport antérieur ; choisissez un autre dossier pour le rapport.</translation>
  </message>
  <message>
   <source>{out} is there already and is no result of Photoloom: it is not replaced. Choose another name.</source>
   <translation>{out} existe déjà et n’est pas un résultat de Photoloom : il n’est pas remplacé. Choisissez un autre nom.</translation>
  </message>
  <message>
   <source>{page} is no receipt of ours: choose another folder for it.</source>
   <translation>{page} n’est pas un de nos reçus : choisissez un autre dossier.</translation>
  </message>
  <message>
   <source>{path} cannot be read ({reason}).</source>
   <translation>{path} ne peut pas être lu ({reason}).</translation>
  </message>
  <message>
   <source>{path} cannot be read as a .npy array: {error}</source>
   <translation>{path} ne peut pas être lu comme tableau .npy : {error}</translation>
  </message>
  <message>
   <source>{path} cannot be read: {error}.</source>
   <translation>{path} ne peut pas être lu : {error}.</translation>
  </message>
  <message>
   <source>{path} has other bytes than it had, at the same size and date.</source>
   <translation>{path} a d’autres octets qu’avant, avec la même taille et la même date.</translation>
  </message>
  <message>
   <source>{path} holds several arrays; save the one to cluster as a .npy file.</source>
   <translation>{path} contient plusieurs tableaux ; enregistrez celui à regrouper comme fichier .npy.</translation>
  </message>
  <message>
   <source>{path} holds {what}; it takes one row of floating-point numbers a photo, (n, d).</source>
   <translation>{path} contient {what} ; il faut une ligne de nombres à virgule flottante par photo, (n, d).</translation>
  </message>
  <message>
   <source>{path} is a damaged catalog that was kept; remove it if nothing is missing.</source>
   <translation>{path} est un catalogue endommagé qui a été conservé ; supprimez-le si rien ne manque.</translation>
  </message>
  <message>
   <source>{path} is a link that leads out of the folder</source>
   <translation>{path} est un lien qui mène hors du dossier</translation>
  </message>
  <message>
   <source>{path} is a link: what it leads to is filed from where it lies</source>
   <translation>{path} est un lien : ce qu’il désigne se range là où cela se trouve</translation>
  </message>
  <message>
   <source>{path} is cut off or too long for the {count:,} entries it announces; get it anew.</source>
   <translation>{path} est tronqué ou trop long pour les {count:,} entrées qu’il annonce ; récupérez-le à nouveau.</translation>
  </message>
  <message>
   <source>{path} is damaged or of a newer version of Photoloom.</source>
   <translation>{path} est endommagé ou vient d’une version plus récente de Photoloom.</translation>
  </message>
  <message>
   <source>{path} is far too large for a list of corrections.</source>
   <translation>{path} est bien trop grand pour une liste de corrections.</translation>
  </message>
  <message>
   <source>{path} is nested far too deep for a list of corrections.</source>
   <translation>{path} est imbriqué bien trop profondément pour une liste de corrections.</translation>
  </message>
  <message>
   <source>{path} is no IDX file of {kind}: its first bytes are not {magic:#010x}.</source>
   <translation>{path} n’est pas un fichier IDX ({kind}) : ses premiers octets ne sont pas {magic:#010x}.</translation>
  </message>
  <message>
   <source>{path} is no JSON of faces by picture: {error}.</source>
   <translation>{path} n’est pas un JSON de visages par image : {error}.</translation>
  </message>
  <message>
   <source>{path} is no JSON of lines by picture: {error}.</source>
   <translation>{path} n’est pas un JSON de lignes par image : {error}.</translation>
  </message>
  <message>
   <source>{path} is no JSON of paths by query: {error}.</source>
   <translation>{path} n’est pas du JSON de chemins par recherche : {error}.</translation>
  </message>
  <message>
   <source>{path} is no JSON: {error}.</source>
   <translation>{path} n’est pas du JSON : {error}.</translation>
  </message>
  <message>
   <source>{path} is no list of corrections: it takes {{"version": {version}, "edits": […]}}.</source>
   <translation>{path} n’est pas une liste de corrections : il faut {{"version": {version}, "edits": […]}}.</translation>
  </message>
  <message>
   <source>{path} is not a file.</source>
   <translation>{path} n’est pas un fichier.</translation>
  </message>
  <message>
   <source>{path} says {key!r} twice in one place: remove one of them.</source>
   <translation>{path} contient deux fois {key!r} au même endroit : retirez l’un des deux.</translation>
  </message>
  <message>
   <source>{pattern} has a brace without its other; fields are {fields}.</source>
   <translation>{pattern} a une accolade sans l’autre ; les champs sont {fields}.</translation>
  </message>
  <message>
   <source>{pattern} has the field {field}, which is none; there are {fields}.</source>
   <translation>{pattern} a le champ {field}, qui n’existe pas ; il y a {fields}.</translation>
  </message>
  <message>
   <source>{pattern} leads out of the target: leave the dots out.</source>
   <translation>{pattern} mène hors de la destination : enlevez les points.</translation>
  </message>
  <message>
   <source>{place} cannot be opened ({reason}).</source>
   <translation>{place} ne peut pas être ouvert ({reason}).</translation>
  </message>
  <message>
   <source>{place} cannot be read ({reason}).</source>
   <translation>{place} ne peut pas être lu ({reason}).</translation>
  </message>
  <message>
   <source>{place} cannot be read or written ({reason}): is its drive plugged in, and well? What was done so far is kept; run again.</source>
   <translation>{place} : lecture ou écriture impossible ({reason}). Le disque est-il branché et en bon état ? Ce qui a été fait jusqu’ici est conservé ; relancez.</translation>
  </message>
  <message>
   <source>{place} cannot be written ({reason}).</source>
   <translation>{place} : écriture impossible ({reason}).</translation>
  </message>
  <message>
   <source>{place} is no folder, zip file or address of a model pack.</source>
   <translation>{place} n’est ni un dossier, ni un fichier zip, ni une adresse de module de vision.</translation>
  </message>
  <message>
   <source>{reason}</source>
   <translation>{reason}</translation>
  </message>
  <message>
   <source>{target} is a file: name a folder to file photos to.</source>
   <translation>{target} est un fichier : indiquez un dossier où ranger les photos.</translation>
  </message>
  <message>
   <source>{target} is a folder: name the file of the album.</source>
   <translation>{target} est un dossier : indiquez le fichier de l’album.</translation>
  </message>
  <message>
   <source>{target} is no absolute path: name the whole of it.</source>
   <translation>{target} n’est pas un chemin absolu : indiquez-le en entier.</translation>
  </message>
  <message>
   <source>{where} is no manifest of a model pack.</source>
   <translation>{where} n’est pas le manifeste d’un module de vision.</translation>
  </message>
  <message>
   <source>{where} is of another version than Photoloom reads: update Photoloom.</source>
   <translation>{where} est d’une autre version que celle que lit Photoloom : mettez Photoloom à jour.</translation>
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
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>E</source>
   <translation>E</translation>
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
   <source>Kind</source>
   <translation>Genre</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Laissés de côté</translation>
  </message>
  <message>
   <source>N</source>
   <translation>N</translation>
  </message>
  <message>
   <source>Other kinds</source>
   <translation>Autres types</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
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
   <source>S</source>
   <translation>S</translation>
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
   <source>The file says</source>
   <translation>Le fichier dit</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>Illisibles</translation>
  </message>
  <message>
   <source>W</source>
   <translation>O</translation>
  </message>
  <message>
   <source>from the files</source>
   <translation>d’après les fichiers</translation>
  </message>
  <message>
   <source>in part from the files</source>
   <translation>en partie d’après les fichiers</translation>
  </message>
 </context>
 <context>
  <name>filing_names</name>
  <message>
   <source>Copy {0} photo</source>
   <translation>Copier {0} photo</translation>
  </message>
  <message>
   <source>Copy {0} photos</source>
   <translation>Copier {0} photos</translation>
  </message>
  <message>
   <source>Copying {0} photo</source>
   <translation>Copie de {0} photo</translation>
  </message>
  <message>
   <source>Copying {0} photos</source>
   <translation>Copie de {0} photos</translation>
  </message>
  <message>
   <source>Keywords of {0} photo written</source>
   <translation>Mots-clés de {0} photo écrits</translation>
  </message>
  <message>
   <source>Keywords of {0} photos written</source>
   <translation>Mots-clés de {0} photos écrits</translation>
  </message>
  <message>
   <source>Link {0} photo</source>
   <translation>Lier {0} photo</translation>
  </message>
  <message>
   <source>Link {0} photos</source>
   <translation>Lier {0} photos</translation>
  </message>
  <message>
   <source>Linking {0} photo</source>
   <translation>Création d’un lien vers {0} photo</translation>
  </message>
  <message>
   <source>Linking {0} photos</source>
   <translation>Création de liens vers {0} photos</translation>
  </message>
  <message>
   <source>List {0} photo</source>
   <translation>Lister {0} photo</translation>
  </message>
  <message>
   <source>List {0} photos</source>
   <translation>Lister {0} photos</translation>
  </message>
  <message>
   <source>Listing {0} photo</source>
   <translation>Liste de {0} photo</translation>
  </message>
  <message>
   <source>Listing {0} photos</source>
   <translation>Liste de {0} photos</translation>
  </message>
  <message>
   <source>Move {0} photo</source>
   <translation>Déplacer {0} photo</translation>
  </message>
  <message>
   <source>Move {0} photo to the trash</source>
   <translation>Mettre {0} photo à la corbeille</translation>
  </message>
  <message>
   <source>Move {0} photos</source>
   <translation>Déplacer {0} photos</translation>
  </message>
  <message>
   <source>Move {0} photos to the trash</source>
   <translation>Mettre {0} photos à la corbeille</translation>
  </message>
  <message>
   <source>Moving {0} photo</source>
   <translation>Déplacement de {0} photo</translation>
  </message>
  <message>
   <source>Moving {0} photo to the trash</source>
   <translation>Mise à la corbeille de {0} photo</translation>
  </message>
  <message>
   <source>Moving {0} photos</source>
   <translation>Déplacement de {0} photos</translation>
  </message>
  <message>
   <source>Moving {0} photos to the trash</source>
   <translation>Mise à la corbeille de {0} photos</translation>
  </message>
  <message>
   <source>On {0}, an action is proposed for what is new here.</source>
   <translation>Le {0}, une action est proposée pour ce qui est nouveau ici.</translation>
  </message>
  <message>
   <source>On {0}, what is new here is proposed for the trash.</source>
   <translation>Le {0}, ce qui est nouveau ici est proposé pour la corbeille.</translation>
  </message>
  <message>
   <source>On {0}, what is new here is proposed to be moved to {1}.</source>
   <translation>Le {0}, il est proposé de déplacer vers {1} ce qui est nouveau ici.</translation>
  </message>
  <message>
   <source>Write keywords for {0} photo</source>
   <translation>Écrire les mots-clés de {0} photo</translation>
  </message>
  <message>
   <source>Write keywords for {0} photos</source>
   <translation>Écrire les mots-clés de {0} photos</translation>
  </message>
  <message>
   <source>Writing keywords for {0} photo</source>
   <translation>Écriture des mots-clés de {0} photo</translation>
  </message>
  <message>
   <source>Writing keywords for {0} photos</source>
   <translation>Écriture des mots-clés de {0} photos</translation>
  </message>
  <message>
   <source>{0} left as it is</source>
   <translation>{0} laissé tel quel</translation>
  </message>
  <message>
   <source>{0} left as they are</source>
   <translation>{0} laissés tels quels</translation>
  </message>
  <message>
   <source>{0} photo copied to {1}</source>
   <translation>{0} photo copiée dans {1}</translation>
  </message>
  <message>
   <source>{0} photo linked in {1}</source>
   <translation>{0} photo liée dans {1}</translation>
  </message>
  <message>
   <source>{0} photo listed in {1}</source>
   <translation>{0} photo listée dans {1}</translation>
  </message>
  <message>
   <source>{0} photo moved to the trash</source>
   <translation>{0} photo mise à la corbeille</translation>
  </message>
  <message>
   <source>{0} photo moved to {1}</source>
   <translation>{0} photo déplacée dans {1}</translation>
  </message>
  <message>
   <source>{0} photo put back</source>
   <translation>{0} photo remise en place</translation>
  </message>
  <message>
   <source>{0} photos copied to {1}</source>
   <translation>{0} photos copiées dans {1}</translation>
  </message>
  <message>
   <source>{0} photos linked in {1}</source>
   <translation>{0} photos liées dans {1}</translation>
  </message>
  <message>
   <source>{0} photos listed in {1}</source>
   <translation>{0} photos listées dans {1}</translation>
  </message>
  <message>
   <source>{0} photos moved to the trash</source>
   <translation>{0} photos mises à la corbeille</translation>
  </message>
  <message>
   <source>{0} photos moved to {1}</source>
   <translation>{0} photos déplacées dans {1}</translation>
  </message>
  <message>
   <source>{0} photos put back</source>
   <translation>{0} photos remises en place</translation>
  </message>
 </context>
 <context>
  <name>flow_words</name>
  <message>
   <source>1 refused</source>
   <translation>1 refusée</translation>
  </message>
  <message>
   <source>From {0} to {1}</source>
   <translation>De {0} à {1}</translation>
  </message>
  <message>
   <source>new cluster {0}</source>
   <translation>nouveau groupe {0}</translation>
  </message>
  <message>
   <source>your cluster {0}</source>
   <translation>votre groupe {0}</translation>
  </message>
  <message>
   <source>{0} photo, in doubt</source>
   <translation>{0} photo, douteuse</translation>
  </message>
  <message>
   <source>{0} photo, not so sure</source>
   <translation>{0} photo, peu sûre</translation>
  </message>
  <message>
   <source>{0} photo, quite sure</source>
   <translation>{0} photo, assez sûre</translation>
  </message>
  <message>
   <source>{0} photo, very sure</source>
   <translation>{0} photo, très sûre</translation>
  </message>
  <message>
   <source>{0} photos, in doubt</source>
   <translation>{0} photos, douteuses</translation>
  </message>
  <message>
   <source>{0} photos, not so sure</source>
   <translation>{0} photos, peu sûres</translation>
  </message>
  <message>
   <source>{0} photos, quite sure</source>
   <translation>{0} photos, assez sûres</translation>
  </message>
  <message>
   <source>{0} photos, very sure</source>
   <translation>{0} photos, très sûres</translation>
  </message>
  <message>
   <source>{0} refused</source>
   <translation>{0} refusées</translation>
  </message>
  <message>
   <source>{0}, {1} sure</source>
   <translation>{0}, sûre à {1}</translation>
  </message>
  <message>
   <source>{0}: refused</source>
   <translation>{0} : refusée</translation>
  </message>
 </context>
 <context>
  <name>forget_dialog</name>
  <message>
   <source>Faces, the codes that tell them apart, names and corrections are deleted from this library and from its backups, and faces are not looked for any more. It cannot be undone. Your photos stay as they are.</source>
   <translation>Les visages, les codes qui les distinguent, les noms et les corrections sont supprimés de cette bibliothèque et de ses sauvegardes, et les visages ne sont plus cherchés. C’est irréversible. Vos photos restent comme elles sont.</translation>
  </message>
  <message>
   <source>Forget all faces</source>
   <translation>Oublier tous les visages</translation>
  </message>
  <message>
   <source>Forget them</source>
   <translation>Les oublier</translation>
  </message>
  <message>
   <source>Forget {0} of {1}, of whom {2}?</source>
   <translation>Oublier {0} de {1}, dont {2} ?</translation>
  </message>
  <message>
   <source>{0} face</source>
   <translation>{0} visage</translation>
  </message>
  <message>
   <source>{0} faces</source>
   <translation>{0} visages</translation>
  </message>
  <message>
   <source>{0} has a name</source>
   <translation>{0} a un nom</translation>
  </message>
  <message>
   <source>{0} have a name</source>
   <translation>{0} ont un nom</translation>
  </message>
  <message>
   <source>{0} person</source>
   <translation>{0} personne</translation>
  </message>
  <message>
   <source>{0} persons</source>
   <translation>{0} personnes</translation>
  </message>
 </context>
 <context>
  <name>grid_painter</name>
  <message>
   <source>{0}  ·  by file date</source>
   <translation>{0}  ·  date du fichier</translation>
  </message>
  <message>
   <source>{0}  ·  {1} by file date</source>
   <translation>{0}  ·  dont {1} à la date du fichier</translation>
  </message>
 </context>
 <context>
  <name>group_names</name>
  <message>
   <source>Found, the best first</source>
   <translation>Trouvées, les meilleures d’abord</translation>
  </message>
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
  <message>
   <source>Nobody</source>
   <translation>Sans personne</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>Every file goes back to where it was, byte for byte. One that was changed since stays as it is.</source>
   <translation>Chaque fichier revient là où il était, octet pour octet. Celui qui a changé depuis reste tel quel.</translation>
  </message>
  <message>
   <source>It is undone. Redo makes it again, until the next edit drops it.</source>
   <translation>Elle est annulée. Rétablir la refait, jusqu’à la prochaine modification.</translation>
  </message>
  <message>
   <source>It is undone: every file is back. To do it again, file the photos again.</source>
   <translation>C’est annulé : chaque fichier est revenu. Pour le refaire, classez de nouveau les photos.</translation>
  </message>
  <message>
   <source>It was the last edit.</source>
   <translation>C’est la dernière modification.</translation>
  </message>
  <message>
   <source>Put everything back</source>
   <translation>Tout remettre en place</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Redo up to here: {0} edit</source>
   <translation>Rétablir jusqu’ici : {0} modification</translation>
  </message>
  <message>
   <source>Redo up to here: {0} edits</source>
   <translation>Rétablir jusqu’ici : {0} modifications</translation>
  </message>
  <message>
   <source>The edit made after it is undone with it.</source>
   <translation>La modification faite ensuite est annulée avec elle.</translation>
  </message>
  <message>
   <source>The {0} edits made after it go with it.</source>
   <translation>Les {0} modifications faites ensuite sont annulées avec elle.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Undo back to here: {0} edit</source>
   <translation>Annuler jusqu’ici : {0} modification</translation>
  </message>
  <message>
   <source>Undo back to here: {0} edits</source>
   <translation>Annuler jusqu’ici : {0} modifications</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>annulé</translation>
  </message>
  <message>
   <source>{0} left as it was</source>
   <translation>{0} laissée telle quelle</translation>
  </message>
  <message>
   <source>{0} left as they were</source>
   <translation>{0} laissées telles quelles</translation>
  </message>
  <message>
   <source>{0} photo done</source>
   <translation>{0} photo traitée</translation>
  </message>
  <message>
   <source>{0} photo put back</source>
   <translation>{0} photo remise en place</translation>
  </message>
  <message>
   <source>{0} photos done</source>
   <translation>{0} photos traitées</translation>
  </message>
  <message>
   <source>{0} photos put back</source>
   <translation>{0} photos remises en place</translation>
  </message>
 </context>
 <context>
  <name>history_review</name>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Hier</translation>
  </message>
 </context>
 <context>
  <name>kind_names</name>
  <message>
   <source>Among what is shown no picture of this kind is known; they are told apart in the background.</source>
   <translation>Parmi ce qui est affiché, aucune image de ce genre n’est connue ; les genres sont distingués en arrière-plan.</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>Dessin</translation>
  </message>
  <message>
   <source>Drawings</source>
   <translation>Dessins</translation>
  </message>
  <message>
   <source>Greeting</source>
   <translation>Carte de vœux</translation>
  </message>
  <message>
   <source>Greetings</source>
   <translation>Cartes de vœux</translation>
  </message>
  <message>
   <source>Group of people</source>
   <translation>Groupe de personnes</translation>
  </message>
  <message>
   <source>Groups of people</source>
   <translation>Groupes de personnes</translation>
  </message>
  <message>
   <source>Meme</source>
   <translation>Mème</translation>
  </message>
  <message>
   <source>Memes</source>
   <translation>Mèmes</translation>
  </message>
  <message>
   <source>Photograph</source>
   <translation>Photographie</translation>
  </message>
  <message>
   <source>Photographs</source>
   <translation>Photographies</translation>
  </message>
  <message>
   <source>Picture of code</source>
   <translation>Image de code</translation>
  </message>
  <message>
   <source>Pictures of code</source>
   <translation>Images de code</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>Portrait</translation>
  </message>
  <message>
   <source>Portraits</source>
   <translation>Portraits</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Citation</translation>
  </message>
  <message>
   <source>Quotes</source>
   <translation>Citations</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Reçu</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Reçus</translation>
  </message>
  <message>
   <source>Screenshot</source>
   <translation>Capture d’écran</translation>
  </message>
  <message>
   <source>Screenshots</source>
   <translation>Captures d’écran</translation>
  </message>
  <message>
   <source>Show pictures of this kind, and of the other kinds that are chosen.</source>
   <translation>Afficher les images de ce genre et des autres genres choisis.</translation>
  </message>
  <message>
   <source>Whiteboard</source>
   <translation>Tableau blanc</translation>
  </message>
  <message>
   <source>Whiteboards</source>
   <translation>Tableaux blancs</translation>
  </message>
  <message>
   <source>sure</source>
   <translation>sûr</translation>
  </message>
  <message>
   <source>{0} {1}</source>
   <translation>{0} {1}</translation>
  </message>
 </context>
 <context>
  <name>lab_curve</name>
  <message>
   <source>Divergence from the prior</source>
   <translation>Divergence par rapport à l’a priori</translation>
  </message>
  <message>
   <source>Evidence lower bound</source>
   <translation>Borne inférieure de l’évidence</translation>
  </message>
  <message>
   <source>Loss of the critic</source>
   <translation>Perte du critique</translation>
  </message>
  <message>
   <source>Loss of the forger</source>
   <translation>Perte du faussaire</translation>
  </message>
  <message>
   <source>Quantisation error</source>
   <translation>Erreur de quantification</translation>
  </message>
  <message>
   <source>Squared error</source>
   <translation>Erreur quadratique</translation>
  </message>
 </context>
 <context>
  <name>lock_dialog</name>
  <message>
   <source>A locked cluster</source>
   <translation>Un groupe verrouillé</translation>
  </message>
 </context>
 <context>
  <name>numbers</name>
  <message>
   <source>{0}%</source>
   <translation>{0} %</translation>
  </message>
 </context>
 <context>
  <name>packs</name>
  <message>
   <source>Each file is checked against the SHA-256 that is named there.</source>
   <translation>Chaque fichier est vérifié d’après le SHA-256 qui y est nommé.</translation>
  </message>
  <message>
   <source>It looks at photos, and finds them by a sentence.</source>
   <translation>Il regarde les photos, et les trouve par une phrase.</translation>
  </message>
  <message>
   <source>It looks at photos.</source>
   <translation>Il regarde les photos.</translation>
  </message>
  <message>
   <source>It names no licence: read the page that it comes from.</source>
   <translation>Il ne nomme pas de licence : lisez la page d’où il vient.</translation>
  </message>
  <message>
   <source>Its licence: {0}.</source>
   <translation>Sa licence : {0}.</translation>
  </message>
  <message>
   <source>No SHA-256 is named there: what comes is taken as it is, once it works.</source>
   <translation>Aucun SHA-256 n’y est nommé : ce qui vient est pris tel quel, s’il fonctionne.</translation>
  </message>
  <message>
   <source>finds photos by a sentence</source>
   <translation>trouve des photos par une phrase</translation>
  </message>
  <message>
   <source>no licence named</source>
   <translation>aucune licence nommée</translation>
  </message>
  <message>
   <source>{0} learns what is fetched and the IP address of this computer.</source>
   <translation>{0} apprend ce qui est téléchargé et l’adresse IP de cet ordinateur.</translation>
  </message>
  <message>
   <source>{0} of {1} are there, from {2}</source>
   <translation>{0} sur {1} sont là, de {2}</translation>
  </message>
  <message>
   <source>{0} s a photo on one core</source>
   <translation>{0} s par photo sur un cœur</translation>
  </message>
  <message>
   <source>{0}: {1} to fetch and keep.</source>
   <translation>{0} : {1} à télécharger et à garder.</translation>
  </message>
 </context>
 <context>
  <name>people_menu</name>
  <message>
   <source>A stranger</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>Not a face</source>
   <translation>Pas un visage</translation>
  </message>
  <message>
   <source>Somebody new</source>
   <translation>Quelqu’un de nouveau</translation>
  </message>
  <message>
   <source>Who is it</source>
   <translation>Qui est-ce</translation>
  </message>
 </context>
 <context>
  <name>person_menu</name>
  <message>
   <source>A stranger</source>
   <translation>Inconnu</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Masquer</translation>
  </message>
  <message>
   <source>Merge into</source>
   <translation>Fusionner avec</translation>
  </message>
  <message>
   <source>Name…</source>
   <translation>Nommer…</translation>
  </message>
  <message>
   <source>Not a face</source>
   <translation>Pas un visage</translation>
  </message>
  <message>
   <source>Only this person</source>
   <translation>Seulement cette personne</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>Select the photos</source>
   <translation>Sélectionner les photos</translation>
  </message>
  <message>
   <source>Show again</source>
   <translation>Montrer de nouveau</translation>
  </message>
  <message>
   <source>Show all photos</source>
   <translation>Montrer toutes les photos</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Diviser</translation>
  </message>
 </context>
 <context>
  <name>person_model</name>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
 </context>
 <context>
  <name>person_names</name>
  <message>
   <source>Not {0}</source>
   <translation>Pas {0}</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Quelqu’un d’autre</translation>
  </message>
  <message>
   <source>Unnamed person</source>
   <translation>Personne sans nom</translation>
  </message>
  <message>
   <source>an unnamed person</source>
   <translation>une personne sans nom</translation>
  </message>
 </context>
 <context>
  <name>person_outcomes</name>
  <message>
   <source>A face is marked</source>
   <translation>Un visage est marqué</translation>
  </message>
  <message>
   <source>The person is hidden</source>
   <translation>La personne est masquée</translation>
  </message>
  <message>
   <source>The person is shown again</source>
   <translation>La personne est de nouveau montrée</translation>
  </message>
  <message>
   <source>The person is {number} persons now</source>
   <translation>La personne en fait {number} maintenant</translation>
  </message>
  <message>
   <source>This person is called {name} now</source>
   <translation>Cette personne s’appelle {name} maintenant</translation>
  </message>
  <message>
   <source>{0} face is a person of its own now</source>
   <translation>{0} visage forme une personne maintenant</translation>
  </message>
  <message>
   <source>{0} face is a stranger's</source>
   <translation>{0} visage est inconnu</translation>
  </message>
  <message>
   <source>{0} face is not of {1}</source>
   <translation>{0} visage n’est pas celui de {1}</translation>
  </message>
  <message>
   <source>{0} face is of {1} now</source>
   <translation>{0} visage est celui de {1} maintenant</translation>
  </message>
  <message>
   <source>{0} face is taken out of the person</source>
   <translation>{0} visage est retiré de la personne</translation>
  </message>
  <message>
   <source>{0} faces are a person of their own now</source>
   <translation>{0} visages forment une personne maintenant</translation>
  </message>
  <message>
   <source>{0} faces are not of {1}</source>
   <translation>{0} visages ne sont pas ceux de {1}</translation>
  </message>
  <message>
   <source>{0} faces are of {1} now</source>
   <translation>{0} visages sont ceux de {1} maintenant</translation>
  </message>
  <message>
   <source>{0} faces are strangers'</source>
   <translation>{0} visages sont inconnus</translation>
  </message>
  <message>
   <source>{0} faces are taken out of the person</source>
   <translation>{0} visages sont retirés de la personne</translation>
  </message>
  <message>
   <source>{0} person is one now</source>
   <translation>{0} personne n’en fait plus qu’une</translation>
  </message>
  <message>
   <source>{0} person is {1} now</source>
   <translation>{0} personne est {1} maintenant</translation>
  </message>
  <message>
   <source>{0} persons are one now</source>
   <translation>{0} personnes n’en font plus qu’une</translation>
  </message>
  <message>
   <source>{0} persons are one now: {1}</source>
   <translation>{0} personnes n’en font plus qu’une : {1}</translation>
  </message>
  <message>
   <source>{0} place is no face</source>
   <translation>{0} endroit n’est pas un visage</translation>
  </message>
  <message>
   <source>{0} places are no faces</source>
   <translation>{0} endroits ne sont pas des visages</translation>
  </message>
  <message>
   <source>{person} is called {name} now</source>
   <translation>{person} s’appelle {name} maintenant</translation>
  </message>
  <message>
   <source>{person} is hidden</source>
   <translation>{person} est masquée</translation>
  </message>
  <message>
   <source>{person} is shown again</source>
   <translation>{person} est de nouveau montrée</translation>
  </message>
  <message>
   <source>{person} is {number} persons now</source>
   <translation>{person} fait {number} personnes maintenant</translation>
  </message>
 </context>
 <context>
  <name>photo_menu</name>
  <message>
   <source>Copy path</source>
   <translation>Copier le chemin</translation>
  </message>
  <message>
   <source>Copy to folder…</source>
   <translation>Copier dans un dossier…</translation>
  </message>
  <message>
   <source>Copy {count} paths</source>
   <translation>Copier {count} chemins</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Supprimer…</translation>
  </message>
  <message>
   <source>File away</source>
   <translation>Ranger</translation>
  </message>
  <message>
   <source>Find similar</source>
   <translation>Rechercher des photos semblables</translation>
  </message>
  <message>
   <source>Make album…</source>
   <translation>Faire un album…</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>Déplacer vers</translation>
  </message>
  <message>
   <source>Move to folder…</source>
   <translation>Déplacer dans un dossier…</translation>
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
  <message>
   <source>Write keywords…</source>
   <translation>Écrire les mots-clés…</translation>
  </message>
 </context>
 <context>
  <name>photo_words</name>
  <message>
   <source>In no cluster yet</source>
   <translation>Dans aucun groupe pour l’instant</translation>
  </message>
  <message>
   <source>locked</source>
   <translation>verrouillé</translation>
  </message>
  <message>
   <source>placed by hand</source>
   <translation>placée à la main</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0} selected</source>
   <translation>sélection : {0}</translation>
  </message>
  <message>
   <source>{0} sure</source>
   <translation>sûr à {0}</translation>
  </message>
 </context>
 <context>
  <name>plot_words</name>
  <message>
   <source>From {first} over {way} to {last}, in {count} updates.</source>
   <translation>De {first} par {way} à {last}, en {count} mises à jour.</translation>
  </message>
  <message>
   <source>Nothing is plotted yet.</source>
   <translation>Rien n’est encore tracé.</translation>
  </message>
  <message>
   <source>{0} after the first update.</source>
   <translation>{0} après la première mise à jour.</translation>
  </message>
 </context>
 <context>
  <name>reason_words</name>
  <message>
   <source>camera: {0}</source>
   <translation>appareil : {0}</translation>
  </message>
  <message>
   <source>cluster: {0}</source>
   <translation>groupe : {0}</translation>
  </message>
  <message>
   <source>date: {0}</source>
   <translation>date : {0}</translation>
  </message>
  <message>
   <source>finds nothing</source>
   <translation>ne trouve rien</translation>
  </message>
  <message>
   <source>folder: {0}</source>
   <translation>dossier : {0}</translation>
  </message>
  <message>
   <source>kind: {0}</source>
   <translation>genre : {0}</translation>
  </message>
  <message>
   <source>name: {0}</source>
   <translation>nom : {0}</translation>
  </message>
  <message>
   <source>person: {0}</source>
   <translation>personne : {0}</translation>
  </message>
  <message>
   <source>place: {0}</source>
   <translation>lieu : {0}</translation>
  </message>
  <message>
   <source>sentence: {0}</source>
   <translation>phrase : {0}</translation>
  </message>
  <message>
   <source>shows: {0}</source>
   <translation>montre : {0}</translation>
  </message>
  <message>
   <source>text: {0}</source>
   <translation>texte : {0}</translation>
  </message>
  <message>
   <source>type: {0}</source>
   <translation>type : {0}</translation>
  </message>
  <message>
   <source>without {0}</source>
   <translation>sans {0}</translation>
  </message>
  <message>
   <source>{0} ({1})</source>
   <translation>{0} ({1})</translation>
  </message>
 </context>
 <context>
  <name>safety_names</name>
  <message>
   <source>Marks of a review</source>
   <translation>Marques d’une revue</translation>
  </message>
  <message>
   <source>Names and locks of clusters</source>
   <translation>Noms et verrous de groupes</translation>
  </message>
  <message>
   <source>Near-identical photos that were kept</source>
   <translation>Photos presque identiques gardées</translation>
  </message>
  <message>
   <source>Opened from the backup of {1}: {0} correction. What you said later is not in it.</source>
   <translation>Ouverte depuis la sauvegarde du {1} : {0} correction. Ce que vous avez dit après n’y est pas.</translation>
  </message>
  <message>
   <source>Opened from the backup of {1}: {0} corrections. What you said later is not in it.</source>
   <translation>Ouverte depuis la sauvegarde du {1} : {0} corrections. Ce que vous avez dit après n’y est pas.</translation>
  </message>
  <message>
   <source>Photos kept out of a cluster</source>
   <translation>Photos tenues hors d’un groupe</translation>
  </message>
  <message>
   <source>Photos put into a cluster</source>
   <translation>Photos mises dans un groupe</translation>
  </message>
  <message>
   <source>Photos that belong together, or do not</source>
   <translation>Photos qui vont ensemble, ou non</translation>
  </message>
  <message>
   <source>Rescued: {0} correction, everything that you said.</source>
   <translation>Sauvé : {0} correction, tout ce que vous avez dit.</translation>
  </message>
  <message>
   <source>Rescued: {0} corrections, everything that you said.</source>
   <translation>Sauvé : {0} corrections, tout ce que vous avez dit.</translation>
  </message>
  <message>
   <source>Rescued: {0}.</source>
   <translation>Sauvé : {0}.</translation>
  </message>
  <message>
   <source>The damaged catalog is kept as {0}.</source>
   <translation>Le catalogue endommagé est conservé sous {0}.</translation>
  </message>
  <message>
   <source>This library has begun anew, without corrections.</source>
   <translation>Cette bibliothèque a recommencé, sans corrections.</translation>
  </message>
  <message>
   <source>What was done before, and its undo: some steps may be missing from the history.</source>
   <translation>Ce qui a été fait avant et son annulation : des étapes peuvent manquer dans l’historique.</translation>
  </message>
  <message>
   <source>{0} correction</source>
   <translation>{0} correction</translation>
  </message>
  <message>
   <source>{0} corrections</source>
   <translation>{0} corrections</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <translation>{0}, {1}</translation>
  </message>
  <message>
   <source>{0}: {1} kept, {2} lost.</source>
   <translation>{0} : {1} gardés, {2} perdus.</translation>
  </message>
  <message>
   <source>{0}: {1} kept; how many there were cannot be read.</source>
   <translation>{0} : {1} gardés ; combien il y en avait ne peut pas être lu.</translation>
  </message>
  <message>
   <source>{0}: {1} kept; some may have been changed.</source>
   <translation>{0} : {1} gardés ; certains ont pu être changés.</translation>
  </message>
  <message>
   <source>{1} of {0} correction</source>
   <translation>{1} sur {0} correction</translation>
  </message>
  <message>
   <source>{1} of {0} corrections</source>
   <translation>{1} sur {0} corrections</translation>
  </message>
 </context>
 <context>
  <name>script_names</name>
  <message>
   <source>Arabic</source>
   <translation>arabe</translation>
  </message>
  <message>
   <source>Cyrillic</source>
   <translation>cyrillique</translation>
  </message>
  <message>
   <source>Devanagari</source>
   <translation>devanagari</translation>
  </message>
  <message>
   <source>Greek</source>
   <translation>grec</translation>
  </message>
  <message>
   <source>Hebrew</source>
   <translation>hébreu</translation>
  </message>
  <message>
   <source>Korean</source>
   <translation>coréen</translation>
  </message>
  <message>
   <source>Thai</source>
   <translation>thaï</translation>
  </message>
  <message>
   <source>There is text in a script that is not read.</source>
   <translation>Il y a du texte dans une écriture qui n’est pas lue.</translation>
  </message>
  <message>
   <source>There is text in a script that is not read: {0}.</source>
   <translation>Il y a du texte dans une écriture qui n’est pas lue : {0}.</translation>
  </message>
 </context>
 <context>
  <name>shootout</name>
  <message>
   <source>Nobody has judged: put five photos or more into clusters yourself, or let your folders judge.</source>
   <translation>Personne n’a jugé : mettez vous-même cinq photos ou plus dans des groupes, ou laissez juger vos dossiers.</translation>
  </message>
  <message>
   <source>Photos have come or gone since: compare again.</source>
   <translation>Des photos sont arrivées ou parties depuis : comparez de nouveau.</translation>
  </message>
  <message>
   <source>Something else came first: what was found so far is here. Compare again for the rest.</source>
   <translation>Autre chose est passé avant : ce qui était déjà trouvé est ici. Comparez de nouveau pour le reste.</translation>
  </message>
  <message>
   <source>Stopped before {0} method.</source>
   <translation>Arrêté avant {0} méthode.</translation>
  </message>
  <message>
   <source>Stopped before {0} methods.</source>
   <translation>Arrêté avant {0} méthodes.</translation>
  </message>
  <message>
   <source>Your corrections have judged: each fifth of them was held back while a method had to find it.</source>
   <translation>Vos corrections ont jugé : chaque cinquième a été mis de côté pendant qu’une méthode devait le trouver.</translation>
  </message>
  <message>
   <source>Your folders have judged: each cluster stands for one folder. No method was told of them.</source>
   <translation>Vos dossiers ont jugé : chaque groupe vaut pour un dossier. Aucune méthode ne les connaissait.</translation>
  </message>
  <message>
   <source>{0} and {1}</source>
   <translation>{0} et {1}</translation>
  </message>
  <message>
   <source>{0} file most like you do: {1} of what you placed lands where you put it.</source>
   <translation>{0} trient le plus comme vous : {1} de ce que vous avez placé arrive là où vous l’avez mis.</translation>
  </message>
  <message>
   <source>{0} files most like you do: {1} of what you placed lands where you put it.</source>
   <translation>{0} trie le plus comme vous : {1} de ce que vous avez placé arrive là où vous l’avez mis.</translation>
  </message>
  <message>
   <source>{0} makes the clusters that stand apart most clearly.</source>
   <translation>{0} fait les groupes qui se distinguent le plus nettement.</translation>
  </message>
  <message>
   <source>{0} sort most like your folders: {1} of the photos land with theirs.</source>
   <translation>{0} trient le plus comme vos dossiers : {1} des photos arrivent avec le leur.</translation>
  </message>
  <message>
   <source>{0} sorts most like your folders: {1} of the photos land with theirs.</source>
   <translation>{0} trie le plus comme vos dossiers : {1} des photos arrivent avec le leur.</translation>
  </message>
 </context>
 <context>
  <name>space</name>
  <message>
   <source>All photos</source>
   <translation>Toutes les photos</translation>
  </message>
  <message>
   <source>Bursts</source>
   <translation>Rafales</translation>
  </message>
  <message>
   <source>In no cluster</source>
   <translation>Dans aucun groupe</translation>
  </message>
  <message>
   <source>Near-identical photos</source>
   <translation>Photos presque identiques</translation>
  </message>
  <message>
   <source>Rejected photos</source>
   <translation>Photos rejetées</translation>
  </message>
  <message>
   <source>{0} could be freed</source>
   <translation>{0} à libérer</translation>
  </message>
  <message>
   <source>{0} frame beside the best of its burst</source>
   <translation>{0} vue à côté de la meilleure de sa rafale</translation>
  </message>
  <message>
   <source>{0} frames beside the best of their bursts</source>
   <translation>{0} vues à côté des meilleures de leurs rafales</translation>
  </message>
  <message>
   <source>{0} photo</source>
   <translation>{0} photo</translation>
  </message>
  <message>
   <source>{0} photo beside a better one</source>
   <translation>{0} photo à côté d’une meilleure</translation>
  </message>
  <message>
   <source>{0} photo that you rejected</source>
   <translation>{0} photo que vous avez rejetée</translation>
  </message>
  <message>
   <source>{0} photos</source>
   <translation>{0} photos</translation>
  </message>
  <message>
   <source>{0} photos beside better ones</source>
   <translation>{0} photos à côté de meilleures</translation>
  </message>
  <message>
   <source>{0} photos that you rejected</source>
   <translation>{0} photos que vous avez rejetées</translation>
  </message>
 </context>
 <context>
  <name>stage_names</name>
  <message>
   <source>Checking the library and the photos</source>
   <translation>Vérification de la bibliothèque et des photos</translation>
  </message>
  <message>
   <source>Comparing methods</source>
   <translation>Comparaison des méthodes</translation>
  </message>
  <message>
   <source>Cutting out small pictures</source>
   <translation>Découpe de petites images</translation>
  </message>
  <message>
   <source>Drawing how it learned</source>
   <translation>Dessin de l’apprentissage</translation>
  </message>
  <message>
   <source>Drawing the map</source>
   <translation>Dessin de la carte</translation>
  </message>
  <message>
   <source>Filing photos</source>
   <translation>Rangement des photos</translation>
  </message>
  <message>
   <source>Finding what belongs together</source>
   <translation>Recherche de ce qui va ensemble</translation>
  </message>
  <message>
   <source>Learning from the pictures</source>
   <translation>Apprentissage à partir des images</translation>
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
   <source>Planning what will be filed</source>
   <translation>Préparation du rangement</translation>
  </message>
  <message>
   <source>Putting photos back</source>
   <translation>Remise en place des photos</translation>
  </message>
  <message>
   <source>Reading dates and places again</source>
   <translation>Relecture des dates et des lieux</translation>
  </message>
  <message>
   <source>Reading keywords</source>
   <translation>Lecture des mots-clés</translation>
  </message>
  <message>
   <source>Reading the pictures</source>
   <translation>Lecture des images</translation>
  </message>
  <message>
   <source>Reading the pictures and sorting them in</source>
   <translation>Lecture et tri des images</translation>
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
   <source>comparing the likeliest</source>
   <translation>comparaison des plus probables</translation>
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
   <source>looking closely</source>
   <translation>examen de près</translation>
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
   <source>waiting for room</source>
   <translation>en attente de place</translation>
  </message>
  <message>
   <source>waiting for the drive</source>
   <translation>en attente du disque</translation>
  </message>
  <message>
   <source>waking the network</source>
   <translation>réveil du réseau</translation>
  </message>
  <message>
   <source>weighing what you corrected</source>
   <translation>prise en compte de vos corrections</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0} : {1}</translation>
  </message>
 </context>
</TS>
