package language

import "fmt"

// EnclosedPhrase names a phrase about the files that go with a mail. They stand in
// mail alone, so that no font needs their characters.
type EnclosedPhrase int

// The phrases about enclosed files. Those with a comment take one argument.
const (
	Originals    EnclosedPhrase = iota
	AttachedAs                  // the file's name
	AskForFiles                 // whom to ask, and how
	TextPictures                // label of pictures that a mail without layout does not show
)

var enclosed = map[string]map[EnclosedPhrase]string{
	"en": {
		Originals: "Pictures in full size", AttachedAs: "attached: %s",
		AskForFiles: "These files are not attached. Ask for them: %s", TextPictures: "Pictures",
	},
	"es": {
		Originals: "Imágenes en tamaño original", AttachedAs: "adjunto: %s",
		AskForFiles: "Estos archivos no van adjuntos. Puede pedirlos: %s", TextPictures: "Imágenes",
	},
	"fr": {
		Originals: "Images en taille originale", AttachedAs: "en pièce jointe : %s",
		AskForFiles: "Ces fichiers ne sont pas joints. Pour les obtenir : %s", TextPictures: "Images",
	},
	"de": {
		Originals: "Bilder in voller Größe", AttachedAs: "angehängt: %s",
		AskForFiles: "Diese Dateien sind nicht angehängt. Sie erhalten sie auf Anfrage: %s", TextPictures: "Bilder",
	},
	"pt": {
		Originals: "Imagens em tamanho original", AttachedAs: "anexo: %s",
		AskForFiles: "Estes arquivos não seguem anexos. Solicite-os: %s", TextPictures: "Imagens",
	},
	"pt-PT": {
		Originals: "Imagens em tamanho original", AttachedAs: "anexo: %s",
		AskForFiles: "Estes ficheiros não seguem em anexo. Pode pedi-los: %s", TextPictures: "Imagens",
	},
	"it": {
		Originals: "Immagini a grandezza originale", AttachedAs: "in allegato: %s",
		AskForFiles: "Questi file non sono allegati. Per riceverli: %s", TextPictures: "Immagini",
	},
	"nl": {
		Originals: "Beelden op volledige grootte", AttachedAs: "bijgevoegd: %s",
		AskForFiles: "Deze bestanden zijn niet bijgevoegd. Op te vragen bij: %s", TextPictures: "Beelden",
	},
	"ar": {
		Originals: "الصور بالحجم الكامل", AttachedAs: "مرفق: %s",
		AskForFiles: "هذه الملفات غير مرفقة. لطلبها: %s", TextPictures: "الصور",
	},
	"ja": {
		Originals: "原寸の画像", AttachedAs: "添付：%s",
		AskForFiles: "これらのファイルは添付していません。お申し込み先：%s", TextPictures: "画像",
	},
}

// Enclosed is a phrase about enclosed files in the catalogue's language, English
// where it has none of its own.
func (c *Catalogue) Enclosed(p EnclosedPhrase, args ...any) string {
	s := enclosed["en"][p]
	for _, tag := range fallbacks(c.Tag) {
		if set, ok := enclosed[tag]; ok {
			s = set[p]
			break
		}
	}
	if len(args) > 0 {
		s = fmt.Sprintf(s, args...)
	}
	return s
}
