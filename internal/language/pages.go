package language

// PagePhrase names a phrase of the pages and mails about a journalist's own entry.
type PagePhrase int

// The phrases of pages. Those with a comment have an argument.
const (
	LeaveTitle PagePhrase = iota
	LeaveAsk              // masked address
	LeaveButton
	LeftTitle
	LeftText // masked address
	UndoTitle
	UndoAsk // masked address
	UndoButton
	BackTitle
	BackText // masked address
	DetailsTitle
	DetailsAsk // masked address
	DetailsButton
	LinkSentTitle
	LinkSentText // masked address
	MeTitle
	MeName
	MeOutlet
	MeBeats
	MeLanguage
	MeFormat
	MeHTML
	MeText
	MeAttach
	MeAsIs
	MeAttached
	MeLinks
	MeEmbargo
	MeEmbargoNote
	MeSave
	SavedTitle
	SavedText
	BadLinkTitle
	BadLinkText
	TestTitle
	TestText
	TooManyTitle
	TooManyText
	StoppedSubject
	StoppedMail
	StoppedUndo
	DetailsSubject
	DetailsMail
	pagePhrases // how many there are
)

var pages = map[string][pagePhrases]string{
	"en": {
		LeaveTitle: "Leave this press list", LeaveAsk: "No more releases to %s?", LeaveButton: "Stop",
		LeftTitle: "Stopped", LeftText: "Nothing more will be sent to %s. If that was a mistake: a mail with a way back is on its way to that address.",
		UndoTitle: "Come back", UndoAsk: "Send releases to %s again?", UndoButton: "Yes, send them",
		BackTitle: "Welcome back", BackText: "%s is on the press list again.",
		DetailsTitle: "Change what you get", DetailsAsk: "We mail a link to %s. It opens your details once, within a day.", DetailsButton: "Mail me the link",
		LinkSentTitle: "On its way", LinkSentText: "A link has been mailed to %s.",
		MeTitle: "Your details", MeName: "Name", MeOutlet: "Outlet", MeBeats: "Beats, with commas between", MeLanguage: "Language",
		MeFormat: "Mail", MeHTML: "With layout", MeText: "Plain text", MeAttach: "Documents", MeAsIs: "As the press office has it", MeAttached: "Attached", MeLinks: "As links",
		MeEmbargo: "I honour embargoes", MeEmbargoNote: "You then get advance copies, and agree not to publish before the time they name.", MeSave: "Save",
		SavedTitle: "Saved", SavedText: "Your details hold from the next release on, whatever list you are on.",
		BadLinkTitle: "This link does not work", BadLinkText: "It has been used, has expired, or was copied in part. The link in the latest mail you got from us will do.",
		TestTitle: "This was a test mail", TestText: "The link stood in a test that the press office sent to itself. In a real mail it works; here nothing was changed.",
		TooManyTitle: "Too many requests", TooManyText: "Please try again in a few minutes.",
		StoppedSubject: "You will get no more releases", StoppedMail: "You have left our press list. Nothing more will be sent to this address.",
		StoppedUndo: "If that was a mistake, this link takes it back within seven days:", DetailsSubject: "Your link",
		DetailsMail: "With this link you can change what you get from us. It works once, within a day:",
	},
	"es": {
		LeaveTitle: "Dejar esta lista de prensa", LeaveAsk: "¿No enviar más comunicados a %s?", LeaveButton: "Dejar de recibir",
		LeftTitle: "Hecho", LeftText: "No se enviará nada más a %s. Si fue un error, va en camino a esa dirección un correo para volver.",
		UndoTitle: "Volver", UndoAsk: "¿Enviar de nuevo los comunicados a %s?", UndoButton: "Sí, enviarlos",
		BackTitle: "Bienvenido de nuevo", BackText: "%s está otra vez en la lista de prensa.",
		DetailsTitle: "Cambiar lo que recibe", DetailsAsk: "Enviamos un enlace a %s. Abre sus datos una sola vez, durante un día.", DetailsButton: "Enviarme el enlace",
		LinkSentTitle: "En camino", LinkSentText: "Se ha enviado un enlace a %s.",
		MeTitle: "Sus datos", MeName: "Nombre", MeOutlet: "Medio", MeBeats: "Temas, separados por comas", MeLanguage: "Idioma",
		MeFormat: "Correo", MeHTML: "Con diseño", MeText: "Solo texto", MeAttach: "Documentos", MeAsIs: "Como lo tenga la oficina de prensa", MeAttached: "Adjuntos", MeLinks: "Como enlaces",
		MeEmbargo: "Respeto los embargos", MeEmbargoNote: "Recibirá copias anticipadas y se compromete a no publicar antes de la hora indicada.", MeSave: "Guardar",
		SavedTitle: "Guardado", SavedText: "Sus datos valen desde el próximo comunicado, en cualquier lista en la que esté.",
		BadLinkTitle: "Este enlace no funciona", BadLinkText: "Ya se usó, caducó o se copió solo en parte. Sirve el enlace del último correo que le enviamos.",
		TestTitle: "Era un correo de prueba", TestText: "El enlace estaba en una prueba que la oficina de prensa se envió a sí misma. En un correo real funciona; aquí no se ha cambiado nada.",
		TooManyTitle: "Demasiadas peticiones", TooManyText: "Inténtelo de nuevo en unos minutos.",
		StoppedSubject: "No recibirá más comunicados", StoppedMail: "Ha dejado nuestra lista de prensa. No se enviará nada más a esta dirección.",
		StoppedUndo: "Si fue un error, este enlace lo deshace durante siete días:", DetailsSubject: "Su enlace",
		DetailsMail: "Con este enlace puede cambiar lo que recibe de nosotros. Funciona una vez, durante un día:",
	},
	"fr": {
		LeaveTitle: "Quitter cette liste", LeaveAsk: "Ne plus envoyer de communiqués à %s\u00a0?", LeaveButton: "Ne plus recevoir",
		LeftTitle: "C’est fait", LeftText: "Plus rien ne sera envoyé à %s. En cas d’erreur, un message permettant de revenir part à cette adresse.",
		UndoTitle: "Revenir", UndoAsk: "Envoyer de nouveau les communiqués à %s\u00a0?", UndoButton: "Oui, les envoyer",
		BackTitle: "De retour", BackText: "%s figure de nouveau sur la liste de presse.",
		DetailsTitle: "Changer ce que vous recevez", DetailsAsk: "Nous envoyons un lien à %s. Il ouvre vos données une seule fois, pendant un jour.", DetailsButton: "M’envoyer le lien",
		LinkSentTitle: "En route", LinkSentText: "Un lien a été envoyé à %s.",
		MeTitle: "Vos données", MeName: "Nom", MeOutlet: "Média", MeBeats: "Sujets, séparés par des virgules", MeLanguage: "Langue",
		MeFormat: "Courriel", MeHTML: "Mis en page", MeText: "Texte seul", MeAttach: "Documents", MeAsIs: "Comme le prévoit le service de presse", MeAttached: "Joints", MeLinks: "En liens",
		MeEmbargo: "Je respecte les embargos", MeEmbargoNote: "Vous recevez alors les communiqués à l’avance et vous engagez à ne rien publier avant l’heure indiquée.", MeSave: "Enregistrer",
		SavedTitle: "Enregistré", SavedText: "Vos données valent dès le prochain communiqué, quelle que soit la liste où vous figurez.",
		BadLinkTitle: "Ce lien ne fonctionne pas", BadLinkText: "Il a déjà servi, a expiré ou a été copié en partie. Le lien du dernier message reçu de nous convient.",
		TestTitle: "C’était un message d’essai", TestText: "Le lien se trouvait dans un essai que le service de presse s’est envoyé. Dans un vrai message il fonctionne\u00a0; ici rien n’a été changé.",
		TooManyTitle: "Trop de demandes", TooManyText: "Réessayez dans quelques minutes.",
		StoppedSubject: "Vous ne recevrez plus de communiqués", StoppedMail: "Vous avez quitté notre liste de presse. Plus rien ne sera envoyé à cette adresse.",
		StoppedUndo: "En cas d’erreur, ce lien l’annule pendant sept jours\u00a0:", DetailsSubject: "Votre lien",
		DetailsMail: "Avec ce lien, vous pouvez changer ce que vous recevez de nous. Il fonctionne une fois, pendant un jour\u00a0:",
	},
	"de": {
		LeaveTitle: "Vom Verteiler abmelden", LeaveAsk: "Keine Mitteilungen mehr an %s?", LeaveButton: "Abmelden",
		LeftTitle: "Abgemeldet", LeftText: "An %s wird nichts mehr gesendet. Falls das ein Versehen war: Eine Mail mit dem Weg zurück ist an diese Adresse unterwegs.",
		UndoTitle: "Zurückkommen", UndoAsk: "Mitteilungen wieder an %s senden?", UndoButton: "Ja, senden",
		BackTitle: "Willkommen zurück", BackText: "%s steht wieder im Verteiler.",
		DetailsTitle: "Einstellungen ändern", DetailsAsk: "Wir senden einen Link an %s. Er öffnet Ihre Angaben einmal, innerhalb eines Tages.", DetailsButton: "Link zusenden",
		LinkSentTitle: "Unterwegs", LinkSentText: "Ein Link wurde an %s gesendet.",
		MeTitle: "Ihre Angaben", MeName: "Name", MeOutlet: "Medium", MeBeats: "Themen, durch Kommas getrennt", MeLanguage: "Sprache",
		MeFormat: "Mail", MeHTML: "Mit Gestaltung", MeText: "Nur Text", MeAttach: "Dokumente", MeAsIs: "Wie es die Pressestelle hält", MeAttached: "Angehängt", MeLinks: "Als Links",
		MeEmbargo: "Ich halte Sperrfristen ein", MeEmbargoNote: "Sie erhalten Mitteilungen dann vorab und veröffentlichen nichts vor der genannten Zeit.", MeSave: "Speichern",
		SavedTitle: "Gespeichert", SavedText: "Ihre Angaben gelten ab der nächsten Mitteilung, in welchem Verteiler Sie auch stehen.",
		BadLinkTitle: "Dieser Link gilt nicht", BadLinkText: "Er wurde schon benutzt, ist abgelaufen oder nur zum Teil kopiert. Der Link in der letzten Mail von uns gilt.",
		TestTitle: "Das war eine Testmail", TestText: "Der Link stand in einem Test, den die Pressestelle sich selbst gesendet hat. In einer echten Mail wirkt er; hier wurde nichts geändert.",
		TooManyTitle: "Zu viele Anfragen", TooManyText: "Bitte versuchen Sie es in einigen Minuten noch einmal.",
		StoppedSubject: "Sie erhalten keine Mitteilungen mehr", StoppedMail: "Sie haben sich von unserem Presseverteiler abgemeldet. An diese Adresse wird nichts mehr gesendet.",
		StoppedUndo: "Falls das ein Versehen war, nimmt dieser Link es innerhalb von sieben Tagen zurück:", DetailsSubject: "Ihr Link",
		DetailsMail: "Mit diesem Link können Sie ändern, was Sie von uns erhalten. Er gilt einmal, innerhalb eines Tages:",
	},
}

// Page is a phrase of the pages in the catalogue's language, English where it has
// none of its own.
func (c *Catalogue) Page(p PagePhrase) string {
	for _, tag := range fallbacks(c.Tag) {
		if set, ok := pages[tag]; ok {
			return set[p]
		}
	}
	return pages["en"][p]
}
