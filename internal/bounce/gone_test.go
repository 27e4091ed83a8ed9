package bounce

import (
	"fmt"
	"strings"
	"testing"
)

// Who has retired, or names a successor, is not there any more; whoever writes of others is.
func TestWhoIsGone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		want Kind
		text string
	}{
		{Left, "I left the Tide on 1 May. Reach bob@tide.example."},
		{Left, "My successor is Bob Reed, bob@tide.example."},
		{Left, "Ich bin seit dem 1. Mai im Ruhestand."},
		{Left, "Am 3. Mai bin ich gegangen; ich arbeite nicht mehr hier."},
		{Left, "Frau Ruiz ist inzwischen im Ruhestand."},
		{Left, "Meine Nachfolgerin erreichen Sie unter bob@tide.example."},
		{Left, "Je suis désormais à la retraite."},
		{Left, "Merci d’écrire à mon successeur."},
		{Left, "Estoy jubilada desde mayo."},
		{Left, "Escriba a mi sucesora."},
		{Left, "Sono ormai in pensione."},
		{Left, "Scrivete al mio indirizzo privato: il mio successore è Bob Reed."},
		{Left, "Ik ben inmiddels met pensioen."},
		{Left, "Mijn opvolgster is Bo Reed."},
		{Left, "Estou aposentada desde maio."},
		{Left, "Meu sucessor é Bob Reed."},
		{Left, "I am writing for Ana Ruiz, who no longer works here."},
		{Human, "The story is about people who no longer work at the port."},
		{Human, "We want to talk to workers who were made redundant, and to residents who have left the Harbor."},
		{Human, "I left the office early."},
		{Human, "I left the picture out."},
		{Human, "Wie hoch ist die Zahl derer im Ruhestand, ungefähr, das wüsste ich gern."},
	} {
		raw := fmt.Sprintf("From: Ana Ruiz <ana@tide.example>\nSubject: Re: Eleven groups\nContent-Type: text/plain; charset=utf-8\n\n%s\n", c.text)
		if got := Read([]byte(raw)).Sort("Eleven groups"); got.Kind != c.want {
			t.Errorf("%q: %s, want %s (%s)", c.text, got.Kind, c.want, got.Detail)
		}
	}
}

// A server that goes on trying has not given up, in whatever words it says so.
func TestServersThatGoOnTrying(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"There was a temporary problem delivering your message to ana@tide.example.",
		"Your message to ana@tide.example could not be delivered. We will retry for 45 more hours.",
		"The message could not be delivered to ana@tide.example yet. We will try again later.",
	} {
		for _, subject := range []string{"Delivery Status Notification (Failure)", "Delivery Status Notification (Delay)"} {
			raw := "From: mailer-daemon@mx.example\nSubject: " + subject + "\n\n" + text
			if got := Read([]byte(raw)).Sort(); got.Kind != Delayed {
				t.Errorf("%q: %s, want delayed", raw, got.Kind)
			}
		}
	}
	raw := "From: mailer-daemon@mx.example\nSubject: Delivery Status Notification (Delay)\n\nIt could not be delivered to ana@tide.example."
	if got := Read([]byte(raw)).Sort(); got.Kind != Delayed {
		t.Errorf("%s, want delayed by its subject", got.Kind)
	}
}

// Whoever asks to be taken off says so in words of their own.
func TestWishesInWordsOfTheirOwn(t *testing.T) {
	t.Parallel()
	say := func(text string) Report {
		return Read([]byte("From: Ana Ruiz <ana@tide.example>\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n" + text)).Sort()
	}
	for text := range strings.SplitSeq("Favor remover meu e-mail da lista.|Remova o meu e-mail da sua lista, obrigada.|Por favor, retire meu e-mail.|"+
		"Please remove my e-mail address from your list.|Delete us from your mailing list, please.|Kindly drop me off your press list. Thanks, Ana|"+
		"Could you erase this address from all your lists|Bitte löschen Sie meine E-Mail-Adresse aus dem Verteiler.|"+
		"Bitte meine Adresse aus dem Verteiler entfernen!|Streicht mich von der Liste|"+
		"Merci de supprimer mon adresse e-mail de votre liste.|Enlevez cette adresse de votre liste|Merci d'effacer mon e-mail|"+
		"Por favor, elimine mi correo de su lista.|Borrad esta dirección|Saquen nuestro correo de la lista|"+
		"Cancellate il mio indirizzo e-mail dalla lista.|Per favore, elimini questo indirizzo|Togli la nostra e-mail dalla lista|"+
		"Verwijder mijn e-mailadres uit uw lijst, dank.|Graag ons adres schrappen|Haal dit adres van de lijst|"+
		"Ta bort min adress från listan|Fjern min adresse fra listen|Slet min adresse|Proszę usunąć mój adres z listy|Esborreu la meva adreça de la llista|"+
		"Prosím, vyřaďte mou adresu ze svého seznamu.|Prosím, vymažte ma zo svojho zoznamu.|Molim, uklonite moju adresu s vaše liste.|"+
		"Kérem, vegyék le a címemet a listájukról.|Vă rog să ștergeți adresa mea de pe listă.|Vă rog să mă scoateți din lista dumneavoastră|"+
		"Пожалуйста, уберите мой адрес из вашего списка рассылки.|Приберіть, будь ласка, мою адресу зі свого списку.|"+
		"Моля, махнете адреса ми от списъка.|Παρακαλώ αφαιρέστε τη διεύθυνσή μου από τη λίστα σας.|Poistakaa sähköpostiosoitteeni listaltanne, kiitos|"+
		"Lütfen beni listenizden çıkarın.|E-posta adresimi basın listenizden siler misiniz|Mohon keluarkan alamat ini dari daftar|"+
		"Vui lòng gỡ tôi khỏi danh sách.|Kendu nire helbidea zuen zerrendatik, mesedez|נא למחוק את הכתובת שלי מהרשימה|"+
		"يرجى حذف عنواني من قائمتكم البريدية.|कृपया मेरा ईमेल पता अपनी सूची से हटा दें|リストから私のアドレスを削除してください。|"+
		"제 주소를 명단에서 삭제해 주세요.|请把我的邮箱从贵方名单中删除，谢谢|請將我的信箱從貴方的名單中移除|"+
		"Please stop sending me press releases.|No longer interested, please remove.|I don't want these emails anymore.|Please don't send me any more of these.|"+
		"Not interested. Unsubscribe.|please cancel|I'd like to opt out of your mailings, thank you.|"+
		"Ich möchte keine weiteren E-Mails von Ihnen erhalten.|Bitte um Löschung aus dem Verteiler.|Keine Zusendungen mehr, danke|"+
		"Je ne souhaite plus recevoir vos communiqués. Cordialement|Merci de ne plus m'envoyer vos communiqués de presse|"+
		"No deseo recibir más notas de prensa, gracias.|Por favor, eliminadme de la lista.|Dejen de enviarme correos|"+
		"Non voglio più ricevere i vostri comunicati|Smettete di inviarmi e-mail, grazie|"+
		"Ik wil geen persberichten meer ontvangen.|Gelieve mij uit te schrijven.|Não quero mais receber estes e-mails.|Parem de me enviar comunicados", "|") {
		if got := say(text); got.Kind != Unsubscribe {
			t.Errorf("%q: %s (unsure %t)", text, got.Kind, got.Unsure)
		}
	}
	for text := range strings.SplitSeq("Please remove my colleague Bob, who has died, from whatever list of yours he is on.|"+
		"Nous changeons de rédaction, pouvez-vous supprimer mon ancienne adresse ?|"+
		"Please delete all my data and remove me from your list.|I do not want emails that have no plain text part, can that be changed?|"+
		"Ich möchte keine Pressemitteilungen über Häfen, nur über Schulen.", "|") {
		if got := say(text); got.Kind != Human || !got.Unsure || got.Detail == "" {
			t.Errorf("%q: %s, unsure %t, %q; a person has to look", text, got.Kind, got.Unsure, got.Detail)
		}
	}
	for text := range strings.SplitSeq("Delete|Before you publish: delete my second question. It was a mistake.|Remove my name from the release, please.|Not interested|Stop the release!|Do not send it yet|Keine Frage, das drucken wir|I want more of these|No more piers?|The port removes the piers.|My editor asks for a picture. Did they remove it?|"+
		"Hangi limanı listenizden çıkardınız|Уберите второй абзац из релиза|Prosím, vymažte druhou větu|请删除第二段|"+
		"Please tell me how much water they had to take and what the port says that it is going to remove from the harbor floor, which my readers want to know.", "|") {
		if got := say(text); got.Kind != Human || got.Unsure {
			t.Errorf("%q: %s, unsure %t (%s)", text, got.Kind, got.Unsure, got.Detail)
		}
	}
}
