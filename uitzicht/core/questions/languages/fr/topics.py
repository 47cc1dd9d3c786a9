"""French words for the subjects of exit interviews, each with a neutral question."""

from uitzicht.core.questions.patterns import topic

TOPICS = (
    topic(
        "salaire* rémunération* paie paye traitement prime* bonus avantage* indemnité* conditions chèques-repas tickets-restaurant mutuelle",
        "Quel regard portez-vous sur votre salaire et les autres conditions ?",
    ),
    topic(
        "horaire* heures flexibilité congé* vacances temps rtt récupération* télétravail planning* pauses",
        "Quel regard portez-vous sur vos horaires ?",
    ),
    topic(
        "chef* cheffe* responsable* manager* supérieur* direction patron* directeur directrice encadrement hiérarchie",
        "Comment avez-vous vécu le travail avec votre responsable ?",
    ),
    topic("collègue* équipe équipes équipier*", "Comment se passait le travail avec vos collègues ?"),
    topic("charge pression stress rythme cadence*", "Comment viviez-vous la charge de travail ?"),
    topic(
        "formation* cours apprentissage* développement", "Que pouvez-vous dire de l'apprentissage dans votre travail ?"
    ),
    topic("carrière* promotion* évolution* perspectives avancement", "Comment voyiez-vous votre parcours ici ?"),
    topic(
        "lumière éclairage bruit température bureau bureaux locaux bâtiment* poste environnement atelier",
        "Comment viviez-vous l'endroit où vous travailliez ?",
    ),
    topic(
        "appareil* logiciel* matériel* équipement* outil* outils machine* ordinateur* gsm téléphone* moyens",
        "Qu'en était-il des moyens dont vous aviez besoin pour travailler ?",
    ),
    topic(
        "règle* procédure* politique* consignes répartition processus",
        "Comment le travail était-il organisé ici ?",
    ),
    topic(
        "réunion* communication* feedback information* concertation* entretien* échanges",
        "Comment se passait la concertation dans votre équipe ?",
    ),
    topic("ambiance* atmosphère* culture* valeurs climat", "Comment viviez-vous l'ambiance ?"),
    topic("tâche* missions projets responsabilités contenu", "Quel regard portez-vous sur vos tâches ?"),
    topic("accueil intégration", "Comment se sont passées vos premières semaines ?"),
    topic(
        "client* cliente* patient* résident* usager* voyageur* élève*", "Comment était le contact avec les clients ?"
    ),
    topic("service services département*", "Comment se passait le travail avec les autres services ?"),
    topic("trajet* déplacement* navette*", "Quel rôle le trajet a-t-il joué ?"),
)
