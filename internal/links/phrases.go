package links

import (
	"fmt"
	netmail "net/mail"
	"strings"

	"pressroom/internal/language"
)

// Phrase names a phrase of the pages and mails about mailed links.
type Phrase int

// The phrases. Those with a comment have arguments.
const (
	AskTitle   Phrase = iota
	AskQuote          // who asks, masked address
	AskDetails        // masked address
	OpenButton
	SentTitle
	SentText // masked address
	SentCode
	CodeLabel
	WrongCode
	DeadCode
	ManyTitle
	ManyText // masked address
	TypedTitle
	ColleagueTitle
	ColleagueText
	ColleagueLabel
	ColleagueButton
	ColleagueSent
	ColleagueRefused
	AgainTitle
	AgainText
	AgainButton
	ForeignText
	mailSubject // organization
	mailText    // address
	mailCode    // code
	mailNot
)

var phrases = map[string]map[Phrase]string{
	"en": {
		AskTitle: "A page for you", AskQuote: "%s asks for words for a press release. The page is for %s.",
		AskDetails: "Here you can change what you get from us. The page is for %s.", OpenButton: "Open the page",
		SentTitle: "A mail is on its way",
		SentText: "This link was opened elsewhere before. So that nobody else gets in, we have just mailed another one to %s: " +
			"it opens the page wherever you follow it.",
		SentCode:  "Is your mail on another device? Leave this page open, and type the six digits from that mail here within ten minutes.",
		CodeLabel: "Six digits from the mail", WrongCode: "That is not the code in the newest mail.",
		DeadCode:   "This code is not good any more. Use the link in the mail, or ask for another mail.",
		ManyTitle:  "Please look into your mailbox",
		ManyText:   "Three mails went to %s within the hour, and the newest link opens the page. Another can be had in an hour.",
		TypedTitle: "What you had typed", ColleagueTitle: "The address is not yours?",
		ColleagueText:  "You can have a link of your own, if your address is one of the same organization.",
		ColleagueLabel: "Your address", ColleagueButton: "Mail me a link",
		ColleagueSent:    "If that is an address of the organization, a link of your own is on its way to it.",
		ColleagueRefused: "That is no e-mail address.",
		AgainTitle:       "Please press once more",
		AgainText:        "Your browser did not say which page this came from, so nothing was changed yet.",
		AgainButton:      "Yes, send it", ForeignText: "This came from another site, so nothing was changed. Please open the link in your mail.",
		mailSubject: "Your link – %s", mailText: "This link opens the page of %s, wherever you follow it:",
		mailCode: "Or type these six digits where you asked for them, within ten minutes: %s",
		mailNot:  "If you did not ask for this, somebody else has an older mail of yours. They have not got in, and do not without this mail.",
	},
	"es": {
		AskTitle: "Una página para usted", AskQuote: "%s pide unas palabras para un comunicado de prensa. La página es para %s.",
		AskDetails: "Aquí puede cambiar lo que recibe de nosotros. La página es para %s.", OpenButton: "Abrir la página",
		SentTitle: "Un correo va en camino",
		SentText: "Este enlace ya se abrió en otro lugar. Para que no entre nadie más, acabamos de enviar otro a %s: " +
			"abre la página en cualquier navegador.",
		SentCode: "¿Lee el correo en otro dispositivo? Deje abierta esta página y escriba aquí, antes de diez minutos, las seis " +
			"cifras de ese correo.",
		CodeLabel: "Seis cifras del correo", WrongCode: "No es el código del último correo.",
		DeadCode:  "Este código ya no vale. Use el enlace del correo o pida otro.",
		ManyTitle: "Mire su buzón",
		ManyText: "En la última hora se enviaron tres correos a %s; el enlace más reciente abre la página. Dentro de una hora se " +
			"puede pedir otro.",
		TypedTitle: "Lo que había escrito", ColleagueTitle: "¿La dirección no es suya?",
		ColleagueText:  "Puede tener un enlace propio si su dirección es de la misma organización.",
		ColleagueLabel: "Su dirección", ColleagueButton: "Enviarme un enlace",
		ColleagueSent:    "Si es una dirección de la organización, va en camino un enlace propio.",
		ColleagueRefused: "No es una dirección de correo.",
		AgainTitle:       "Pulse una vez más", AgainText: "Su navegador no dijo de qué página venía esto; todavía no se ha cambiado nada.",
		AgainButton: "Sí, enviarlo", ForeignText: "Esto venía de otro sitio, así que no se ha cambiado nada. Abra el enlace de su correo.",
		mailSubject: "Su enlace – %s", mailText: "Este enlace abre la página de %s en cualquier navegador:",
		mailCode: "O escriba estas seis cifras donde las pidió, antes de diez minutos: %s",
		mailNot:  "Si no lo ha pedido, otra persona tiene un correo anterior suyo. No ha entrado, y sin este correo no entra.",
	},
	"fr": {
		AskTitle: "Une page pour vous", AskQuote: "%s demande quelques mots pour un communiqué de presse. La page est destinée à %s.",
		AskDetails: "Vous pouvez changer ici ce que vous recevez de nous. La page est destinée à %s.", OpenButton: "Ouvrir la page",
		SentTitle: "Un message est en route",
		SentText: "Ce lien a déjà été ouvert ailleurs. Pour que personne d’autre n’entre, nous venons d’en envoyer un autre à " +
			"%s\u00a0: " +
			"il ouvre la page dans n’importe quel navigateur.",
		SentCode: "Votre messagerie est sur un autre appareil\u00a0? Laissez cette page ouverte et saisissez ici, dans les dix " +
			"minutes, les six chiffres de ce message.",
		CodeLabel: "Six chiffres du message", WrongCode: "Ce n’est pas le code du dernier message.",
		DeadCode:  "Ce code n’est plus valable. Utilisez le lien du message, ou demandez-en un autre.",
		ManyTitle: "Regardez dans votre messagerie",
		ManyText: "Trois messages ont été envoyés à %s en une heure\u00a0; le lien le plus récent ouvre la page. On peut en " +
			"demander un autre dans une heure.",
		TypedTitle: "Ce que vous aviez écrit", ColleagueTitle: "Cette adresse n’est pas la vôtre\u00a0?",
		ColleagueText:  "Vous pouvez avoir un lien à vous si votre adresse est de la même organisation.",
		ColleagueLabel: "Votre adresse", ColleagueButton: "M’envoyer un lien",
		ColleagueSent:    "S’il s’agit d’une adresse de l’organisation, un lien à vous est en route.",
		ColleagueRefused: "Ce n’est pas une adresse de courriel.",
		AgainTitle:       "Appuyez encore une fois",
		AgainText:        "Votre navigateur n’a pas dit de quelle page cela venait\u00a0; rien n’a encore été changé.",
		AgainButton:      "Oui, l’envoyer", ForeignText: "Cela venait d’un autre site, rien n’a donc été changé. Ouvrez le lien de votre message.",
		mailSubject: "Votre lien – %s", mailText: "Ce lien ouvre la page de %s dans n’importe quel navigateur\u00a0:",
		mailCode: "Ou saisissez ces six chiffres là où vous les avez demandés, dans les dix minutes\u00a0: %s",
		mailNot: "Si vous n’avez rien demandé, quelqu’un d’autre possède un de vos anciens messages. Il n’est pas entré, et " +
			"n’entre pas sans ce message-ci.",
	},
	"de": {
		AskTitle: "Eine Seite für Sie", AskQuote: "%s bittet um Worte für eine Pressemitteilung. Die Seite ist für %s.",
		AskDetails: "Hier können Sie ändern, was Sie von uns erhalten. Die Seite ist für %s.", OpenButton: "Seite öffnen",
		SentTitle: "Eine Mail ist unterwegs",
		SentText: "Dieser Link wurde schon anderswo geöffnet. Damit niemand sonst hineinkommt, haben wir eben einen weiteren an %s " +
			"gesendet: " +
			"Er öffnet die Seite, wo immer Sie ihm folgen.",
		SentCode: "Lesen Sie Ihre Mail auf einem anderen Gerät? Lassen Sie diese Seite offen und geben Sie binnen zehn Minuten die " +
			"sechs Ziffern aus der Mail hier ein.",
		CodeLabel: "Sechs Ziffern aus der Mail", WrongCode: "Das ist nicht der Code aus der neuesten Mail.",
		DeadCode:  "Dieser Code gilt nicht mehr. Nehmen Sie den Link in der Mail, oder fordern Sie eine weitere an.",
		ManyTitle: "Bitte sehen Sie in Ihr Postfach",
		ManyText: "Binnen einer Stunde gingen drei Mails an %s; der neueste Link öffnet die Seite. In einer Stunde gibt es einen " +
			"weiteren.",
		TypedTitle: "Was Sie geschrieben hatten", ColleagueTitle: "Die Adresse ist nicht Ihre?",
		ColleagueText:  "Sie können einen eigenen Link haben, wenn Ihre Adresse zu derselben Organisation gehört.",
		ColleagueLabel: "Ihre Adresse", ColleagueButton: "Link zusenden",
		ColleagueSent:    "Wenn das eine Adresse der Organisation ist, ist ein eigener Link dorthin unterwegs.",
		ColleagueRefused: "Das ist keine Mailadresse.",
		AgainTitle:       "Bitte noch einmal", AgainText: "Ihr Browser hat nicht gesagt, von welcher Seite das kam; geändert ist noch nichts.",
		AgainButton: "Ja, senden",
		ForeignText: "Das kam von einer anderen Website, deshalb wurde nichts geändert. Bitte öffnen Sie den Link in Ihrer Mail.",
		mailSubject: "Ihr Link – %s", mailText: "Dieser Link öffnet die Seite von %s, wo immer Sie ihm folgen:",
		mailCode: "Oder geben Sie binnen zehn Minuten diese sechs Ziffern dort ein, wo Sie sie angefordert haben: %s",
		mailNot: "Wenn Sie nichts angefordert haben, hat jemand anderes eine ältere Mail von Ihnen. Hinein kam diese Person nicht, " +
			"und ohne diese Mail kommt sie nicht hinein.",
	},
}

// Say is a phrase in a reader's language, or in English, and the tag of which it is.
func Say(tag string, p Phrase, args ...any) (text, of string) {
	of = language.ForReader(tag).Tag
	in, ok := phrases[of]
	if !ok {
		of, in = "en", phrases["en"]
	}
	if len(args) == 0 {
		return in[p], of
	}
	return fmt.Sprintf(in[p], args...), of
}

// letter is the mail with a fresh link.
func letter(f *Fresh, organization, code string) (subject, text, tag string) {
	say := func(p Phrase, args ...any) string {
		s, _ := Say(f.Language, p, args...)
		return s
	}
	_, tag = Say(f.Language, AskTitle)
	text = strings.Join([]string{say(mailText, address(f.To)) + "\n" + f.URL, say(mailCode, code), say(mailNot)}, "\n\n") + "\n"
	return say(mailSubject, organization), text, tag
}

// address is the address alone.
func address(person string) string {
	if a, err := netmail.ParseAddress(person); err == nil {
		return a.Address
	}
	return person
}
