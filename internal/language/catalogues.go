package language

import (
	"fmt"
	"strings"
	"time"
)

var catalogues = map[string]*Catalogue{
	"en": &english, "en-GB": &british, "es": &spanish, "fr": &french, "de": &german,
}

var englishPhrases = map[Phrase]string{
	Immediate: "FOR IMMEDIATE RELEASE: %s", EmbargoedTill: "EMBARGOED UNTIL %s",
	ContactLabel: "Contact", ContactsLabel: "Contacts", NotesLabel: "Notes to editors",
	Signatories: "Signed by", Documents: "Documents", MediaLabel: "Pictures and video", LinksLabel: "Links",
	Ends: "ENDS", PageOf: "Page %d of %d", AboutLabel: "About %s", PictureLabel: "Picture",
	CreditLabel: "Credit: %s", SubjectHold: "EMBARGOED until %s: %s",
	AdvanceCopy: "Advance copy, under embargo until %s. Please do not publish, post or pass on before then.",
	SentTo:      "Sent to %s by the press office of %s.",
	LeaveList:   "To leave this press list, answer with the word “unsubscribe”.",
	LeaveLink:   "Leave this press list", DetailsLink: "Change what you get",
	AvailableIn: "Also in", FullSize: "Full size", LeaveSubject: "unsubscribe",
	CoverNote: "A note from %s", Translation: "as translated", WatchVideo: "Video",
	PressOffice: "%s press office", PDFAttached: "The release is attached as a PDF.", HoursLabel: "reachable %s",
}

var englishAbbreviations = []string{
	"Inc.", "Corp.", "Co.", "Ltd.", "LLC.", "Jr.", "Sr.", "Dr.", "Mr.", "Ms.", "Mrs.", "St.", "a.m.", "p.m.", "etc.", "e.g.", "i.e.",
	"vs.", "No.", "Ph.D.", "M.D.", "Gov.", "Sen.", "Rep.", "Gen.", "Wash.", "Calif.", "Mass.", "Ave.", "Blvd.", "Dept.", "Assn.", "Bros.", "al.",
}

var english = Catalogue{
	Tag: "en", Name: "English", Open: "“", Close: "”", Reopen: "“", InnerClosers: "’”'\")]",
	Said: "said {speaker}, {title} at {org}", SaidNoTitle: "said {speaker} of {org}", LeadIn: "{speaker} of {org} says",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	Phrases: englishPhrases, Abbreviations: englishAbbreviations,
	weekdays:    [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	joinDayTime: ", ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%s %d, %d", c.months[t.Month()-1], t.Day(), t.Year())
	},
	clock: func(t time.Time) string {
		return strings.NewReplacer("AM", "a.m.", "PM", "p.m.").Replace(t.Format("3:04 PM"))
	},
}

var british = func() Catalogue {
	c := english
	c.Tag, c.joinDayTime = "en-GB", " "
	c.date = func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d %s %d", t.Day(), c.months[t.Month()-1], t.Year())
	}
	c.clock = func(t time.Time) string { return t.Format("15:04") }
	return c
}()

func clock24(t time.Time) string { return t.Format("15:04") }

var spanish = Catalogue{
	Tag: "es", Name: "Español", Open: "«", Close: "»", Reopen: "»", InnerClosers: "’”»'\")]",
	CommaOutside: true, CommaAfterMarks: true, StopOutside: true,
	Said: "dijo {speaker}, {title} de {org}", SaidNoTitle: "dijo {speaker}, de {org}", LeadIn: "{speaker}, de {org}, dice:",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	Phrases: map[Phrase]string{
		Immediate: "PARA PUBLICACIÓN INMEDIATA: %s", EmbargoedTill: "EMBARGADO HASTA EL %s",
		ContactLabel: "Contacto", ContactsLabel: "Contactos", NotesLabel: "Notas para la redacción",
		Signatories: "Firman", Documents: "Documentos", MediaLabel: "Fotos y vídeo", LinksLabel: "Enlaces",
		Ends: "FIN", PageOf: "Página %d de %d", AboutLabel: "Sobre %s", PictureLabel: "Foto",
		CreditLabel: "Crédito: %s", SubjectHold: "EMBARGADO hasta el %s: %s",
		AdvanceCopy: "Copia anticipada, bajo embargo hasta el %s. Rogamos no publicar ni difundir antes.",
		SentTo:      "Enviado a %s por la oficina de prensa de %s.",
		LeaveList:   "Para dejar de recibir comunicados, responda con la palabra «unsubscribe».",
		LeaveLink:   "Dejar esta lista de prensa", DetailsLink: "Cambiar lo que recibe",
		AvailableIn: "También en", FullSize: "Tamaño completo", LeaveSubject: "unsubscribe",
		CoverNote: "Una nota de %s", Translation: "según traducción", WatchVideo: "Vídeo",
		PressOffice: "Oficina de prensa de %s", PDFAttached: "El comunicado va adjunto en PDF.", HoursLabel: "disponible %s",
	},
	Abbreviations: []string{"S.A.", "Sr.", "Sra.", "Dr.", "Dra.", "Ud.", "Uds.", "etc.", "EE.UU.", "UU.", "p.ej.", "núm.", "Cía.", "Ltda.", "a.m.", "p.m.", "Prof."},
	weekdays:      [7]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
	months:        [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	joinDayTime:   " ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d de %s de %d", t.Day(), c.months[t.Month()-1], t.Year())
	},
	clock: clock24,
}

var french = Catalogue{
	Tag: "fr", Name: "Français", Open: "«\u00a0", Close: "\u00a0»", Reopen: "«\u00a0", InnerClosers: "’”»'\")]",
	CommaOutside: true,
	Said:         "a déclaré {speaker}, {title} de {org}", SaidNoTitle: "a déclaré {speaker}, de {org}", LeadIn: "{speaker}, de {org}, déclare\u00a0:",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	elide: elideFrench,
	Phrases: map[Phrase]string{
		Immediate: "POUR DIFFUSION IMMÉDIATE\u00a0: %s", EmbargoedTill: "SOUS EMBARGO JUSQU’AU %s",
		ContactLabel: "Contact", ContactsLabel: "Contacts", NotesLabel: "Notes aux rédactions",
		Signatories: "Signataires", Documents: "Documents", MediaLabel: "Photos et vidéos", LinksLabel: "Liens",
		Ends: "FIN", PageOf: "Page %d sur %d", AboutLabel: "À propos de %s", PictureLabel: "Photo",
		CreditLabel: "Crédit\u00a0: %s", SubjectHold: "SOUS EMBARGO jusqu’au %s\u00a0: %s",
		AdvanceCopy: "Copie anticipée, sous embargo jusqu’au %s. Merci de ne rien publier ni transmettre avant.",
		SentTo:      "Envoyé à %s par le service de presse de %s.",
		LeaveList:   "Pour quitter cette liste, répondez avec le mot «\u00a0unsubscribe\u00a0».",
		LeaveLink:   "Quitter cette liste", DetailsLink: "Changer ce que vous recevez",
		AvailableIn: "Aussi en", FullSize: "Taille réelle", LeaveSubject: "unsubscribe",
		CoverNote: "Une note de %s", Translation: "traduit", WatchVideo: "Vidéo",
		PressOffice: "Service de presse de %s", PDFAttached: "Le communiqué est joint en PDF.", HoursLabel: "joignable %s",
	},
	Abbreviations: []string{"M.", "MM.", "Dr.", "etc.", "S.A.", "Cie.", "p.", "vol.", "av."},
	weekdays:      [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	months:        [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	joinDayTime:   " ",
	date: func(c *Catalogue, t time.Time) string {
		day := fmt.Sprint(t.Day())
		if t.Day() == 1 {
			day = "1er"
		}
		return fmt.Sprintf("%s %s %d", day, c.months[t.Month()-1], t.Year())
	},
	clock: func(t time.Time) string { return t.Format("15") + "\u00a0h\u00a0" + t.Format("04") },
}

// elideFrench writes d’ for de before a vowel.
func elideFrench(s string) string {
	for _, vowel := range []string{"A", "E", "I", "O", "U", "É", "È", "Ê", "Î", "Ô", "a", "e", "i", "o", "u", "é", "è", "ê", "î", "ô"} {
		s = strings.ReplaceAll(s, " de "+vowel, " d’"+vowel)
	}
	return s
}

var german = Catalogue{
	Tag: "de", Name: "Deutsch", Open: "„", Close: "“", Reopen: "„", InnerClosers: "‘“’'\")]",
	CommaOutside: true, CommaAfterMarks: true,
	Said: "sagte {speaker}, {title} bei {org}", SaidNoTitle: "sagte {speaker} von {org}", LeadIn: "{speaker} von {org} sagt:",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	Phrases: map[Phrase]string{
		Immediate: "ZUR SOFORTIGEN VERÖFFENTLICHUNG: %s", EmbargoedTill: "SPERRFRIST BIS %s",
		ContactLabel: "Pressekontakt", ContactsLabel: "Pressekontakte", NotesLabel: "Hinweise für die Redaktion",
		Signatories: "Unterzeichnet von", Documents: "Dokumente", MediaLabel: "Bilder und Video", LinksLabel: "Links",
		Ends: "ENDE", PageOf: "Seite %d von %d", AboutLabel: "Über %s", PictureLabel: "Bild",
		CreditLabel: "Foto: %s", SubjectHold: "SPERRFRIST bis %s: %s",
		AdvanceCopy: "Vorabexemplar mit Sperrfrist bis %s. Bitte vorher weder veröffentlichen noch weitergeben.",
		SentTo:      "Gesendet an %s von der Pressestelle: %s.",
		LeaveList:   "Um sich abzumelden, antworten Sie mit dem Wort „unsubscribe“.",
		LeaveLink:   "Von dieser Liste abmelden", DetailsLink: "Einstellungen ändern",
		AvailableIn: "Auch auf", FullSize: "Volle Größe", LeaveSubject: "unsubscribe",
		CoverNote: "Ein Hinweis von %s", Translation: "in Übersetzung", WatchVideo: "Video",
		PressOffice: "Pressestelle %s", PDFAttached: "Die Mitteilung liegt als PDF bei.", HoursLabel: "erreichbar %s",
	},
	Abbreviations: []string{"Dr.", "Prof.", "z.B.", "u.a.", "usw.", "etc.", "bzw.", "ca.", "d.h.", "e.V.", "Nr.", "Str.", "v.a.", "Co."},
	weekdays:      [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	months:        [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	joinDayTime:   ", ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d. %s %d", t.Day(), c.months[t.Month()-1], t.Year())
	},
	clock: func(t time.Time) string { return t.Format("15.04") + " Uhr" },
}
