package language

import (
	"fmt"
	"strings"
	"time"
)

var catalogues = map[string]*Catalogue{
	"en": &english, "en-GB": &british, "es": &spanish, "fr": &french, "de": &german,
	"pt": &portuguese, "pt-PT": &lusitanian, "it": &italian, "nl": &dutch, "ar": &arabic, "ja": &japanese,
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
	SentAgain: "Sent again at your request.",
	Replaces:  "This replaces the copy that we sent you before.",
	Replaced:  "This replaces the copy that we sent you before. What changed:",
	CoverNote: "A note from %s", Translation: "as translated", WatchVideo: "Video",
	PressOffice: "%s press office", PDFAttached: "The release is attached as a PDF.", HoursLabel: "reachable %s",
	CopyText: "Copy as text", CopyQuote: "Copy quote", Copied: "Copied", Download: "Download",
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
	Units:       []string{"million", "billion", "trillion", "percent", "p.m.", "a.m.", "km", "miles", "euros", "dollars"},
	Titles:      []string{"Dr.", "Mr.", "Ms.", "Mrs.", "Prof.", "Sen.", "Rep.", "Gov.", "Gen.", "St.", "No.", "p."},
	Leaders:     []string{"a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "that", "its", "their", "is", "are"},
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
		SentAgain: "Enviado de nuevo a petición suya.",
		Replaces:  "Esta copia sustituye a la que le enviamos antes.",
		Replaced:  "Esta copia sustituye a la que le enviamos antes. Lo que ha cambiado:",
		CoverNote: "Una nota de %s", Translation: "según traducción", WatchVideo: "Vídeo",
		PressOffice: "Oficina de prensa de %s", PDFAttached: "El comunicado va adjunto en PDF.", HoursLabel: "disponible %s",
		CopyText: "Copiar como texto", CopyQuote: "Copiar cita", Copied: "Copiado", Download: "Descargar",
	},
	Abbreviations: []string{"S.A.", "Sr.", "Sra.", "Dr.", "Dra.", "Ud.", "Uds.", "etc.", "EE.UU.", "UU.", "p.ej.", "núm.", "Cía.", "Ltda.", "a.m.", "p.m.", "Prof."},
	Units:         []string{"millones", "millón", "mil", "%", "km", "euros", "dólares", "h"},
	Titles:        []string{"Sr.", "Sra.", "Dr.", "Dra.", "Prof.", "núm."},
	Leaders:       []string{"el", "la", "los", "las", "un", "una", "de", "del", "al", "a", "en", "y", "e", "o", "u", "con", "por", "para", "que", "su", "sus", "se"},
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
		SentAgain: "Renvoyé à votre demande.",
		Replaces:  "Cet exemplaire remplace celui que nous vous avons envoyé auparavant.",
		Replaced:  "Cet exemplaire remplace celui que nous vous avons envoyé auparavant. Ce qui a changé :",
		CoverNote: "Une note de %s", Translation: "traduit", WatchVideo: "Vidéo",
		PressOffice: "Service de presse de %s", PDFAttached: "Le communiqué est joint en PDF.", HoursLabel: "joignable %s",
		CopyText: "Copier le texte", CopyQuote: "Copier la citation", Copied: "Copié", Download: "Télécharger",
	},
	Abbreviations: []string{"M.", "MM.", "Dr.", "etc.", "S.A.", "Cie.", "p.", "vol.", "av."},
	Units:         []string{"millions", "million", "milliards", "milliard", "%", "km", "euros", "h"},
	Titles:        []string{"M.", "Mme", "Dr", "Dr.", "Pr", "n°"},
	Leaders:       []string{"le", "la", "les", "un", "une", "des", "de", "du", "à", "au", "aux", "en", "et", "ou", "par", "pour", "avec", "sur", "que", "ses", "son", "sa"},
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
		SentAgain: "Auf Ihren Wunsch noch einmal gesendet.",
		Replaces:  "Diese Fassung ersetzt die, die wir Ihnen vorher geschickt haben.",
		Replaced:  "Diese Fassung ersetzt die, die wir Ihnen vorher geschickt haben. Geändert hat sich:",
		CoverNote: "Ein Hinweis von %s", Translation: "in Übersetzung", WatchVideo: "Video",
		PressOffice: "Pressestelle %s", PDFAttached: "Die Mitteilung liegt als PDF bei.", HoursLabel: "erreichbar %s",
		CopyText: "Als Text kopieren", CopyQuote: "Zitat kopieren", Copied: "Kopiert", Download: "Herunterladen",
	},
	Abbreviations: []string{"Dr.", "Prof.", "z.B.", "u.a.", "usw.", "etc.", "bzw.", "ca.", "d.h.", "e.V.", "Nr.", "Str.", "v.a.", "Co."},
	Units:         []string{"Millionen", "Million", "Milliarden", "Mio.", "Mrd.", "Prozent", "%", "km", "Euro", "Uhr"},
	Titles:        []string{"Dr.", "Prof.", "Herr", "Frau", "Nr.", "S."},
	Leaders:       []string{"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "in", "im", "an", "am", "auf", "aus", "bei", "für", "mit", "von", "vom", "zu", "zum", "zur"},
	weekdays:      [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	months:        [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	joinDayTime:   ", ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d. %s %d", t.Day(), c.months[t.Month()-1], t.Year())
	},
	clock: func(t time.Time) string { return t.Format("15.04") + " Uhr" },
}

var portuguese = Catalogue{
	Tag: "pt", Name: "Português", Open: "“", Close: "”", Reopen: "“", InnerClosers: "’”»'\")]",
	CommaOutside: true, CommaAfterMarks: true, StopOutside: true,
	Said: "disse {speaker}, {title} de {org}", SaidNoTitle: "disse {speaker}, de {org}", LeadIn: "{speaker}, de {org}, diz:",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	Phrases: map[Phrase]string{
		Immediate: "PARA DIVULGAÇÃO IMEDIATA: %s", EmbargoedTill: "SOB EMBARGO ATÉ %s",
		ContactLabel: "Contato", ContactsLabel: "Contatos", NotesLabel: "Notas à redação",
		Signatories: "Assinam", Documents: "Documentos", MediaLabel: "Fotos e vídeo", LinksLabel: "Links",
		Ends: "FIM", PageOf: "Página %d de %d", AboutLabel: "Sobre %s", PictureLabel: "Foto",
		CreditLabel: "Crédito: %s", SubjectHold: "SOB EMBARGO até %s: %s",
		AdvanceCopy: "Cópia antecipada, sob embargo até %s. Pedimos que não publique nem divulgue antes.",
		SentTo:      "Enviado a %s pela assessoria de imprensa de %s.",
		LeaveList:   "Para sair desta lista, responda com a palavra “unsubscribe”.",
		LeaveLink:   "Sair desta lista de imprensa", DetailsLink: "Mudar o que recebe",
		AvailableIn: "Também em", FullSize: "Tamanho original", LeaveSubject: "unsubscribe",
		SentAgain: "Enviado novamente a seu pedido.",
		Replaces:  "Esta cópia substitui a que enviamos antes.",
		Replaced:  "Esta cópia substitui a que enviamos antes. O que mudou:",
		CoverNote: "Uma nota de %s", Translation: "conforme tradução", WatchVideo: "Vídeo",
		PressOffice: "Assessoria de imprensa de %s", PDFAttached: "O comunicado segue anexo em PDF.", HoursLabel: "disponível %s",
		CopyText: "Copiar como texto", CopyQuote: "Copiar citação", Copied: "Copiado", Download: "Baixar",
	},
	Abbreviations: []string{"S.A.", "Sr.", "Sra.", "Dr.", "Dra.", "etc.", "Ltda.", "Prof.", "Profa.", "Eng.", "Av.", "n.º"},
	Units:         []string{"milhões", "milhão", "mil", "bilhões", "%", "km", "reais", "euros", "h"},
	Titles:        []string{"Sr.", "Sra.", "Dr.", "Dra.", "Prof.", "Profa.", "n.º"},
	Leaders:       []string{"o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas", "e", "ou", "com", "por", "para", "que", "ao", "à"},
	weekdays:      [7]string{"domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"},
	months:        [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
	joinDayTime:   ", ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d de %s de %d", t.Day(), c.months[t.Month()-1], t.Year())
	},
	clock: clock24,
}

var lusitanian = func() Catalogue {
	c := portuguese
	c.Tag, c.Open, c.Close, c.Reopen = "pt-PT", "«", "»", "»"
	phrases := make(map[Phrase]string)
	for k, v := range portuguese.Phrases {
		phrases[k] = v
	}
	phrases[ContactLabel], phrases[ContactsLabel], phrases[NotesLabel] = "Contacto", "Contactos", "Notas à redacção"
	phrases[SentTo], phrases[PressOffice] = "Enviado a %s pelo gabinete de imprensa de %s.", "Gabinete de imprensa de %s"
	phrases[Download] = "Descarregar"
	c.Phrases = phrases
	return c
}()

var italian = Catalogue{
	Tag: "it", Name: "Italiano", Open: "«", Close: "»", Reopen: "«", InnerClosers: "’”»'\")]",
	CommaOutside: true, CommaAfterMarks: true, StopOutside: true,
	Said: "ha dichiarato {speaker}, {title} di {org}", SaidNoTitle: "ha dichiarato {speaker} di {org}", LeadIn: "{speaker} di {org} dichiara:",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	Phrases: map[Phrase]string{
		Immediate: "PER LA DIFFUSIONE IMMEDIATA: %s", EmbargoedTill: "SOTTO EMBARGO FINO A %s",
		ContactLabel: "Contatto stampa", ContactsLabel: "Contatti stampa", NotesLabel: "Note per le redazioni",
		Signatories: "Firmatari", Documents: "Documenti", MediaLabel: "Foto e video", LinksLabel: "Link",
		Ends: "FINE", PageOf: "Pagina %d di %d", AboutLabel: "Informazioni su %s", PictureLabel: "Foto",
		CreditLabel: "Foto: %s", SubjectHold: "SOTTO EMBARGO fino a %s: %s",
		AdvanceCopy: "Copia anticipata, sotto embargo fino a %s. Si prega di non pubblicare né diffondere prima.",
		SentTo:      "Inviato a %s dall’ufficio stampa di %s.",
		LeaveList:   "Per uscire da questa lista, rispondere con la parola «unsubscribe».",
		LeaveLink:   "Esci da questa lista stampa", DetailsLink: "Cambia ciò che ricevi",
		AvailableIn: "Anche in", FullSize: "Dimensione originale", LeaveSubject: "unsubscribe",
		SentAgain: "Inviato di nuovo su sua richiesta.",
		Replaces:  "Questa copia sostituisce quella che le abbiamo inviato prima.",
		Replaced:  "Questa copia sostituisce quella che le abbiamo inviato prima. Che cosa è cambiato:",
		CoverNote: "Una nota di %s", Translation: "in traduzione", WatchVideo: "Video",
		PressOffice: "Ufficio stampa di %s", PDFAttached: "Il comunicato è allegato in PDF.", HoursLabel: "raggiungibile %s",
		CopyText: "Copia come testo", CopyQuote: "Copia citazione", Copied: "Copiato", Download: "Scarica",
	},
	Abbreviations: []string{"S.p.A.", "S.r.l.", "dott.", "Dott.", "prof.", "Prof.", "sig.", "Sig.", "ecc.", "avv.", "ing.", "n.", "pag."},
	Units:         []string{"milioni", "milione", "miliardi", "mila", "%", "km", "euro"},
	Titles:        []string{"dott.", "Dott.", "Prof.", "prof.", "Sig.", "sig.", "Avv.", "Ing.", "n."},
	Leaders:       []string{"il", "lo", "la", "i", "gli", "le", "un", "una", "di", "del", "della", "dei", "delle", "a", "al", "alla", "in", "nel", "nella", "e", "o", "con", "per", "da", "dal", "su", "che"},
	weekdays:      [7]string{"domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"},
	months:        [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
	joinDayTime:   " ",
	date: func(c *Catalogue, t time.Time) string {
		day := fmt.Sprint(t.Day())
		if t.Day() == 1 {
			day = "1º"
		}
		return fmt.Sprintf("%s %s %d", day, c.months[t.Month()-1], t.Year())
	},
	clock: clock24,
}

var dutch = Catalogue{
	Tag: "nl", Name: "Nederlands", Open: "‘", Close: "’", Reopen: "‘", InnerClosers: "”’'\")]",
	CommaOutside: true,
	Said:         "zegt {speaker}, {title} bij {org}", SaidNoTitle: "zegt {speaker} van {org}", LeadIn: "{speaker} van {org} zegt:",
	Signature: "{speaker}, {title}, {org}", SignNoRole: "{speaker}, {org}",
	Phrases: map[Phrase]string{
		Immediate: "VOOR ONMIDDELLIJKE PUBLICATIE: %s", EmbargoedTill: "ONDER EMBARGO TOT %s",
		ContactLabel: "Perscontact", ContactsLabel: "Perscontacten", NotesLabel: "Noot voor de redactie",
		Signatories: "Ondertekend door", Documents: "Documenten", MediaLabel: "Beeld en video", LinksLabel: "Links",
		Ends: "EINDE", PageOf: "Pagina %d van %d", AboutLabel: "Over %s", PictureLabel: "Foto",
		CreditLabel: "Foto: %s", SubjectHold: "ONDER EMBARGO tot %s: %s",
		AdvanceCopy: "Voorpublicatie, onder embargo tot %s. Gelieve niet eerder te publiceren of door te sturen.",
		SentTo:      "Verzonden aan %s door de persvoorlichting van %s.",
		LeaveList:   "Wilt u van deze lijst af, antwoord dan met het woord ‘unsubscribe’.",
		LeaveLink:   "Van deze perslijst af", DetailsLink: "Voorkeuren wijzigen",
		AvailableIn: "Ook in het", FullSize: "Volledig formaat", LeaveSubject: "unsubscribe",
		SentAgain: "Op uw verzoek opnieuw verzonden.",
		Replaces:  "Dit exemplaar vervangt het exemplaar dat wij u eerder stuurden.",
		Replaced:  "Dit exemplaar vervangt het exemplaar dat wij u eerder stuurden. Wat er is veranderd:",
		CoverNote: "Een bericht van %s", Translation: "in vertaling", WatchVideo: "Video",
		PressOffice: "Persvoorlichting %s", PDFAttached: "Het persbericht is als pdf bijgevoegd.", HoursLabel: "bereikbaar %s",
		CopyText: "Kopieer als tekst", CopyQuote: "Kopieer citaat", Copied: "Gekopieerd", Download: "Downloaden",
	},
	Abbreviations: []string{"B.V.", "N.V.", "dr.", "drs.", "prof.", "mr.", "ir.", "enz.", "o.a.", "bijv.", "nr.", "blz.", "dhr.", "mevr."},
	Units:         []string{"miljoen", "miljard", "procent", "%", "km", "euro", "uur"},
	Titles:        []string{"dr.", "prof.", "mr.", "ir.", "dhr.", "mevr.", "nr."},
	Leaders:       []string{"de", "het", "een", "van", "in", "op", "aan", "te", "voor", "met", "en", "of", "bij", "naar", "uit", "dat", "om"},
	weekdays:      [7]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
	months:        [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	joinDayTime:   " ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d %s %d", t.Day(), c.months[t.Month()-1], t.Year())
	},
	clock: func(t time.Time) string { return t.Format("15.04") + " uur" },
}

// arabic writes European digits, as news agencies do, and the names of the months
// that are used from Egypt to the Gulf.
var arabic = Catalogue{
	Tag: "ar", Name: "العربية", Open: "«", Close: "»", Reopen: "«", InnerClosers: "’”»'\")]",
	CommaOutside: true, CommaAfterMarks: true, StopOutside: true, Comma: "،",
	Said: "بحسب {speaker}، {title} في {org}", SaidNoTitle: "بحسب {speaker} من {org}", LeadIn: "تصريح {speaker} من {org}:",
	Signature: "{speaker}، {title}، {org}", SignNoRole: "{speaker}، {org}",
	Phrases: map[Phrase]string{
		Immediate: "للنشر الفوري: %s", EmbargoedTill: "محظور النشر حتى %s",
		ContactLabel: "جهة الاتصال", ContactsLabel: "جهات الاتصال", NotesLabel: "ملاحظات للمحررين",
		Signatories: "الموقّعون", Documents: "وثائق", MediaLabel: "صور وفيديو", LinksLabel: "روابط",
		Ends: "انتهى", PageOf: "صفحة %d من %d", AboutLabel: "عن %s", PictureLabel: "صورة",
		CreditLabel: "تصوير: %s", SubjectHold: "محظور النشر حتى %s: %s",
		AdvanceCopy: "نسخة مسبقة، محظور نشرها حتى %s. يرجى عدم النشر أو التداول قبل ذلك.",
		SentTo:      "أُرسل إلى %s من المكتب الصحفي في %s.",
		LeaveList:   "لمغادرة هذه القائمة، أجيبوا بكلمة unsubscribe.",
		LeaveLink:   "مغادرة هذه القائمة الصحفية", DetailsLink: "تغيير ما يصلكم",
		AvailableIn: "متاح أيضًا بـ", FullSize: "الحجم الكامل", LeaveSubject: "unsubscribe",
		SentAgain: "أُعيد الإرسال بناءً على طلبكم.",
		Replaces:  "تحل هذه النسخة محل النسخة التي أرسلناها إليكم من قبل.",
		Replaced:  "تحل هذه النسخة محل النسخة التي أرسلناها إليكم من قبل. ما الذي تغيّر:",
		CoverNote: "رسالة من %s", Translation: "مترجم", WatchVideo: "فيديو",
		PressOffice: "المكتب الصحفي في %s", PDFAttached: "البيان مرفق بصيغة PDF.", HoursLabel: "متاح %s",
		CopyText: "نسخ كنص", CopyQuote: "نسخ الاقتباس", Copied: "تم النسخ", Download: "تنزيل",
	},
	Abbreviations: []string{"د.", "أ.", "م."},
	Units:         []string{"مليون", "مليار", "ألف", "كم", "دولار", "يورو"},
	Titles:        []string{"د.", "أ.", "السيد", "السيدة", "الدكتور", "الدكتورة"},
	Leaders:       []string{"في", "من", "إلى", "على", "عن", "أن", "أو", "مع"},
	weekdays:      [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"},
	months:        [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
	joinDayTime:   "، ",
	date: func(c *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d %s %d", t.Day(), c.months[t.Month()-1], t.Year())
	},
	clock: clock24,
}

var japanese = Catalogue{
	Tag: "ja", Name: "日本語", Open: "「", Close: "」", Reopen: "「", InnerClosers: "』」’”'\")]",
	CommaOutside: true, Tight: true,
	Said: "と{org}の{title}{speaker}は述べた", SaidNoTitle: "と{org}の{speaker}は述べた", LeadIn: "{org}の{speaker}は次のように述べた：",
	Signature: "{speaker}、{title}、{org}", SignNoRole: "{speaker}、{org}", Stop: "。",
	Phrases: map[Phrase]string{
		Immediate: "即時解禁：%s", EmbargoedTill: "報道解禁日時：%s",
		ContactLabel: "報道関係のお問い合わせ", ContactsLabel: "報道関係のお問い合わせ", NotesLabel: "編集者への注記",
		Signatories: "署名団体", Documents: "資料", MediaLabel: "写真・動画", LinksLabel: "リンク",
		Ends: "以上", PageOf: "%d／%dページ", AboutLabel: "%sについて", PictureLabel: "写真",
		CreditLabel: "写真：%s", SubjectHold: "【%sまで解禁前】%s",
		AdvanceCopy: "事前配布資料です。%sまで公開・転送をお控えください。",
		SentTo:      "%s宛に%s広報より送信しました。",
		LeaveList:   "配信停止をご希望の場合は「unsubscribe」とご返信ください。",
		LeaveLink:   "配信を停止する", DetailsLink: "配信内容を変更する",
		AvailableIn: "他の言語", FullSize: "原寸", LeaveSubject: "unsubscribe",
		SentAgain: "ご依頼により再送します。",
		Replaces:  "以前お送りした原稿をこの原稿に差し替えます。",
		Replaced:  "以前お送りした原稿をこの原稿に差し替えます。変更点：",
		CoverNote: "%sからのお知らせ", Translation: "翻訳", WatchVideo: "動画",
		PressOffice: "%s広報", PDFAttached: "リリースのPDFを添付しています。", HoursLabel: "受付時間：%s",
		CopyText: "テキストをコピー", CopyQuote: "引用をコピー", Copied: "コピーしました", Download: "ダウンロード",
	},
	weekdays:    [7]string{"日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"},
	months:      [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
	joinDayTime: "、",
	date: func(_ *Catalogue, t time.Time) string {
		return fmt.Sprintf("%d年%d月%d日", t.Year(), int(t.Month()), t.Day())
	},
	clock: clock24,
}
