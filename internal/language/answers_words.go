package language

// answers are by the language alone: nobody leaves a list in another way in Brazil
// than in Portugal.
var answers = map[string]Answers{
	"en": {
		Leave: []string{
			"unsuscribe", "unsubcribe", "unsubscibe", "unsubsribe", "un subscribe", "unsubscribing", "take my name off this list",
			"take my name off your list",
			"unsubscribe", "unsubscribed", "unsubscription", "unsub", "opt out", "optout", "remove me", "take me off",
			"sign me off", "delete me", "leave list", "leave this list", "cancel subscription", "cancel my subscription",
			"end my subscription", "stop sending", "stop sending me", "stop emailing", "stop mailing", "stop emailing me",
			"stop mailing me", "no more emails", "no more mails", "no more mail", "no more releases", "no more press releases",
			"remove my address", "remove my email address", "delete my address", "delete my email address",
			"remove this address", "remove this email", "remove this email address", "remove us", "take us off",
			"do not send me any more", "do not email me again", "don't email me again", "i want to unsubscribe",
			"i want to leave", "i would like to unsubscribe", "i'd like to unsubscribe", "i wish to unsubscribe",
			"i would like to leave", "i'd like to be removed", "i would like to be removed", "i want to be removed",
			"wish to be removed", "leave the list", "leave your list", "leave this press list", "leave your press list",
			"leave the press list", "remove my name from this list", "remove my name from your list",
			"remove my name from your press list", "remove my email from",
		},
		Alone: []string{
			"stop", "remove", "leave",
		},
		Polite: []string{
			"please", "pls", "plz", "kindly", "now", "immediately", "asap", "thanks", "thank you", "many thanks", "thx",
			"cheers", "and", "could you", "can you", "would you", "hi", "hello", "best", "regards", "in future", "in the future",
		},
		Filler: []string{
			"me", "us", "my", "our", "address", "email", "mail", "e mail", "emails", "mails", "e mails", "from", "this", "these",
			"your", "the", "all", "list", "lists", "mailing", "press", "distribution", "media", "newsletter", "database", "dear",
			"any more", "anymore", "of",
		},
		Greetings: []string{
			"hi", "hello", "dear", "hey", "good morning", "good afternoon", "good evening", "to whom it may concern",
			"greetings",
		},
		Closings: []string{
			"thanks", "thank you", "many thanks", "best", "best wishes", "regards", "kind regards", "best regards",
			"warm regards", "sincerely", "yours", "yours sincerely", "yours faithfully", "cheers", "all the best",
			"thanks in advance", "thank you very much",
		},
		On: []string{"on"},
		Wrote: []string{
			"wrote",
		},
		Original: []string{
			"original message", "forwarded message",
		},
		From: []string{
			"from",
		},
		Sent: []string{
			"sent", "date", "to", "subject", "cc",
		},
		Device: []string{
			"sent from my", "sent from", "get outlook for", "sent via", "sent with",
		},
		Spaced: true,
	},
	"es": {
		Leave: []string{
			"eliminar de la lista", "eliminar mi correo", "eliminen mi correo", "borrar mi correo", "borren mi correo",
			"quitar de la lista", "quiten mi correo", "saquenme", "saqueme", "sacar de la lista",
			"baja de la lista", "baja de esta lista", "baja de su lista",
			"dar de baja", "darme de baja", "darse de baja", "denme de baja", "deme de baja", "dame de baja",
			"dadme de baja", "den de baja", "solicito la baja", "solicito mi baja", "quiero darme de baja",
			"quisiera darme de baja", "deseo darme de baja", "cancelar suscripcion", "cancelar la suscripcion",
			"cancelar mi suscripcion", "anular suscripcion", "anular la suscripcion", "desuscribir", "desuscribirme",
			"desuscribirse", "desinscribir", "desinscribirme", "borrenme", "borreme", "eliminenme", "elimineme", "quitenme",
			"quiteme", "no enviar mas", "no me envien mas", "no me envie mas", "no quiero recibir mas", "no deseo recibir mas",
			"no quiero recibir mas correos", "no quiero recibir mas comunicados", "no me envien mas correos",
			"no me envien mas comunicados",
		},
		Alone: []string{"baja"},
		Polite: []string{
			"por favor", "porfavor", "favor de", "gracias", "muchas gracias", "ya", "ruego", "les ruego", "pueden", "podrian",
			"saludos", "un saludo", "hola", "y",
		},
		Filler: []string{
			"me", "mi", "de", "del", "la", "el", "su", "sus", "esta", "este", "lista", "listas", "prensa", "distribucion",
			"correo", "direccion", "mas", "boletin", "electronico",
		},
		Greetings: []string{
			"hola", "buenos dias", "buenas tardes", "buenas", "estimado", "estimada", "estimados", "estimadas", "querida",
			"querido",
		},
		Closings: []string{
			"gracias", "muchas gracias", "saludos", "un saludo", "saludos cordiales", "un cordial saludo", "cordialmente",
			"atentamente", "un abrazo",
		},
		On: []string{"el"},
		Wrote: []string{
			"escribio",
		},
		Original: []string{
			"mensaje original", "mensaje reenviado",
		},
		From: []string{
			"de",
		},
		Sent: []string{
			"enviado", "enviado el", "fecha", "para", "asunto",
		},
		Device: []string{
			"enviado desde mi", "enviado desde", "obtener outlook para",
		},
		Spaced: true,
	},
	"fr": {
		Leave: []string{
			"supprimez mon adresse", "supprimer mon adresse", "retirez mon adresse", "retirer mon adresse", "enlevez mon adresse",
			"retirer de la liste", "supprimer de la liste",
			"desabonner", "desabonnez", "desabonnez moi", "desabonnement", "me desabonner", "desinscrire", "desinscrivez",
			"desinscrivez moi", "desinscription", "me desinscrire", "se desabonner", "se desinscrire",
			"je souhaite me desabonner", "je souhaite me desinscrire", "je veux me desabonner", "je voudrais me desabonner",
			"retirez moi", "supprimez moi", "enlevez moi", "me retirer", "me supprimer", "m'enlever", "plus de mails",
			"plus d'e mails", "ne m'envoyez plus rien", "ne plus m'envoyer", "ne m'envoyez plus", "plus de communiques",
			"ne m'envoyez plus de communiques", "ne plus recevoir vos communiques",
		},
		Alone: []string{
			"stop", "resilier", "retirer",
		},
		Polite: []string{
			"merci", "merci de", "merci d'avance", "svp", "s'il vous plait", "s'il te plait", "veuillez", "prie de",
			"je vous prie de", "bien vouloir", "bonjour", "cordialement", "pouvez vous", "et",
		},
		Filler: []string{
			"me", "moi", "mon", "de", "du", "la", "le", "les", "votre", "vos", "cette", "ce", "liste", "listes", "presse",
			"diffusion", "adresse", "mail", "e mail", "mails", "courriel", "courriels", "email", "emails", "d'envoi", "a",
		},
		Greetings: []string{
			"bonjour", "bonsoir", "madame", "monsieur", "chere", "cher", "chers", "salut",
		},
		Closings: []string{
			"merci", "merci d'avance", "cordialement", "bien cordialement", "bien a vous", "salutations", "sinceres salutations",
			"bonne journee", "meilleures salutations", "cdlt",
		},
		On: []string{"le"},
		Wrote: []string{
			"a ecrit",
		},
		Original: []string{
			"message d'origine", "message original", "message transfere",
		},
		From: []string{
			"de",
		},
		Sent: []string{
			"envoye", "date", "a", "objet", "cc",
		},
		Device: []string{
			"envoye de mon", "envoye depuis mon", "envoye a partir de", "envoye depuis", "obtenir outlook pour",
			"telecharger outlook pour",
		},
		Spaced: true,
	},
	"de": {
		Leave: []string{
			"loschen sie meine e mail adresse", "loschen sie meine mailadresse", "entfernen sie meine e mail adresse",
			"streichen sie meine adresse", "streichen sie meine e mail adresse", "nehmen sie meine adresse",
			"von der liste entfernen", "aus der liste entfernen", "von der liste streichen", "aus der liste streichen",
			"von der liste nehmen", "aus dem presseverteiler nehmen", "aus ihrem presseverteiler nehmen",
			"abmelden", "abmeldung", "abbestellen", "abbestellung", "austragen", "abmelden vom verteiler", "melden sie mich ab",
			"melde mich ab", "melden sie uns ab", "tragen sie mich aus", "streichen sie mich", "loschen sie mich",
			"nehmen sie mich", "nehmen sie uns", "nehmt mich", "keine mails mehr", "keine e mails mehr",
			"keine pressemitteilungen mehr", "keine weiteren mails", "keine weiteren e mails", "abo kundigen",
			"abonnement kundigen", "ich mochte mich abmelden", "ich mochte mich austragen", "hiermit melde ich mich ab",
			"aus dem verteiler nehmen", "aus dem verteiler loschen", "aus dem verteiler entfernen", "entfernen sie mich",
			"entfernen sie meine adresse", "loschen sie meine adresse", "vom verteiler nehmen", "aus ihrem verteiler nehmen",
			"aus dem verteiler streichen",
		},
		Alone: []string{
			"stop", "stopp",
		},
		Polite: []string{
			"bitte", "danke", "vielen dank", "besten dank", "dankeschon", "sofort", "umgehend", "hallo", "und", "gruss",
			"grusse", "lg", "mfg", "schone grusse", "viele grusse",
		},
		Filler: []string{
			"mich", "uns", "meine", "adresse", "mailadresse", "e mail adresse", "mail", "e mail", "von", "vom", "aus", "dem",
			"der", "den", "diesem", "dieser", "ihrem", "ihrer", "eurem", "verteiler", "presseverteiler", "mailverteiler",
			"mailingliste", "liste", "presseliste", "newsletter", "ab", "heraus", "raus",
		},
		Greetings: []string{
			"hallo", "guten tag", "guten morgen", "sehr geehrte", "sehr geehrter", "liebe", "lieber", "moin", "gruss gott",
			"servus",
		},
		Closings: []string{
			"danke", "vielen dank", "besten dank", "mit freundlichen grussen", "freundliche grusse", "viele grusse",
			"beste grusse", "herzliche grusse", "schone grusse", "gruss", "grusse", "mfg", "lg", "vg", "mit besten grussen",
		},
		On: []string{"am"},
		Wrote: []string{
			"schrieb", "hat geschrieben",
		},
		Original: []string{
			"ursprungliche nachricht", "originalnachricht", "weitergeleitete nachricht", "original nachricht",
		},
		From: []string{
			"von",
		},
		Sent: []string{
			"gesendet", "datum", "an", "betreff", "cc",
		},
		Device: []string{
			"von meinem", "gesendet von", "gesendet mit", "outlook fur", "holen sie sich outlook",
		},
		Spaced: true,
	},
	"pt": {
		Leave: []string{
			"remova meu email", "remova o meu email", "remova meu endereco", "remova o meu endereco", "remover meu email",
			"remover o meu email", "remover da lista", "retirar da lista",
			"descadastrar", "descadastre", "descadastrem", "descadastramento", "descadastre me", "me descadastre",
			"descadastrar me", "cancelar inscricao", "cancelar a inscricao", "cancelar minha inscricao",
			"cancelar a minha inscricao", "cancelar assinatura", "cancelar a assinatura", "cancelar subscricao",
			"cancelar a subscricao", "anular subscricao", "anular a subscricao", "desinscrever", "desinscrever me",
			"sair da lista", "sair desta lista", "remova me", "removam me", "remover me", "me remova", "me removam",
			"retirem me", "retire me", "me retirem", "me tirem", "parar de receber", "nao quero receber mais",
			"nao quero mais receber", "nao desejo receber mais", "nao desejo mais receber", "nao enviar mais",
			"nao me enviem mais", "nao quero receber mais comunicados", "nao quero receber mais mensagens",
		},
		Alone: []string{
			"remover", "remova", "removam",
		},
		Polite: []string{
			"por favor", "favor", "obrigado", "obrigada", "muito obrigado", "muito obrigada", "grato", "grata", "agradeco",
			"pedia para", "ola", "e",
		},
		Filler: []string{
			"quero", "gostaria de", "desejo", "me", "meu", "minha", "de", "da", "do", "desta", "dessa", "sua", "vossa", "lista",
			"listas", "imprensa", "distribuicao", "email", "emails", "e mail", "e mails", "endereco", "o", "a", "os",
		},
		Greetings: []string{
			"ola", "oi", "bom dia", "boa tarde", "boa noite", "prezado", "prezada", "prezados", "prezadas", "caro", "cara",
			"caros", "caras",
		},
		Closings: []string{
			"obrigado", "obrigada", "muito obrigado", "muito obrigada", "atenciosamente", "cumprimentos",
			"com os melhores cumprimentos", "melhores cumprimentos", "abraco", "abracos", "att", "grato", "grata",
			"cordialmente",
		},
		On: []string{"em", "a", "no"},
		Wrote: []string{
			"escreveu",
		},
		Original: []string{
			"mensagem original", "mensagem encaminhada",
		},
		From: []string{
			"de",
		},
		Sent: []string{
			"enviado", "enviada", "enviada em", "enviado em", "data", "para", "assunto",
		},
		Device: []string{
			"enviado do meu", "enviado de", "enviada do meu", "obter o outlook para", "baixe o outlook para",
		},
		Spaced: true,
	},
	"it": {
		Leave: []string{
			"cancellate il mio indirizzo", "rimuovete il mio indirizzo", "togliete il mio indirizzo", "rimuovere dalla lista",
			"cancellare dalla lista", "togliere dalla lista",
			"disiscrizione", "disiscrivere", "disiscrivermi", "disiscrivetemi", "disiscrivimi", "mi disiscriva", "cancellami",
			"cancellatemi", "mi cancelli", "cancellarmi", "cancellare iscrizione", "cancellare l'iscrizione", "rimuovetemi",
			"rimuovermi", "rimuovimi", "mi rimuova", "mi rimuovete", "toglietemi", "togliermi", "mi tolga",
			"annullare iscrizione", "annullare l'iscrizione", "annulla iscrizione", "desidero disiscrivermi",
			"vorrei disiscrivermi", "voglio disiscrivermi", "vorrei cancellarmi", "non inviatemi piu", "non inviate piu",
			"non desidero piu ricevere", "non voglio piu ricevere", "non inviatemi piu comunicati",
			"non desidero piu ricevere comunicati",
		},
		Alone: []string{
			"disdire", "disdetta", "cancellazione",
		},
		Polite: []string{
			"per favore", "per piacere", "per cortesia", "prego", "prego di", "vi prego di", "la prego di", "si prega di",
			"vi chiedo di", "chiedo di", "grazie", "grazie mille", "molte grazie", "buongiorno", "saluti", "cordiali saluti",
			"e",
		},
		Filler: []string{
			"chiedo la", "richiedo la", "mi", "mio", "il", "la", "le", "da", "dal", "dalla", "dalle", "questa", "vostra", "sua",
			"lista", "liste", "stampa", "mailing", "list", "newsletter", "indirizzo", "mail", "e mail", "email", "di",
			"distribuzione",
		},
		Greetings: []string{
			"buongiorno", "buonasera", "salve", "ciao", "gentile", "gentili", "egregio", "spett",
		},
		Closings: []string{
			"grazie", "grazie mille", "molte grazie", "saluti", "cordiali saluti", "distinti saluti", "un saluto",
			"cordialmente", "buona giornata",
		},
		On: []string{"il", "in"},
		Wrote: []string{
			"ha scritto",
		},
		Original: []string{
			"messaggio originale", "messaggio inoltrato",
		},
		From: []string{
			"da",
		},
		Sent: []string{
			"inviato", "data", "a", "oggetto", "cc",
		},
		Device: []string{
			"inviato da", "inviato dal mio", "scarica outlook per", "ottieni outlook per",
		},
		Spaced: true,
	},
	"nl": {
		Leave: []string{
			"verwijder mijn adres", "verwijder mijn mailadres", "van de lijst verwijderen", "uit het bestand halen",
			"uit uw bestand halen",
			"uitschrijven", "uitschrijving", "afmelden", "afmelding", "schrijf me uit", "schrijf mij uit", "schrijft u mij uit",
			"schrijf ons uit", "meld me af", "meld mij af", "haal me", "haal mij", "verwijder me", "verwijder mij",
			"ik wil me uitschrijven", "ik wil me afmelden", "ik wil mij uitschrijven", "ik wil mij afmelden", "geen mails meer",
			"geen e mails meer", "geen persberichten meer", "abonnement opzeggen", "van de lijst halen", "mij uitschrijven",
			"me uitschrijven",
		},
		Alone: []string{
			"stop", "stoppen", "opzeggen", "verwijderen",
		},
		Polite: []string{
			"graag", "aub", "a u b", "alstublieft", "alsjeblieft", "svp", "s v p", "dank", "dank u", "dank je", "dank u wel",
			"bedankt", "alvast bedankt", "wilt u", "wil je", "groet", "groeten", "hallo", "en", "bij voorbaat dank",
			"hartelijk dank",
		},
		Filler: []string{
			"me", "mij", "ons", "mijn", "adres", "mailadres", "e mailadres", "mail", "e mail", "van", "uit", "af", "de", "deze",
			"uw", "jullie", "je", "lijst", "perslijst", "mailinglijst", "maillijst", "nieuwsbrief", "bestand", "voor",
		},
		Greetings: []string{
			"hallo", "hoi", "beste", "geachte", "goedemorgen", "goedemiddag", "goedendag", "dag", "goedenavond",
		},
		Closings: []string{
			"dank", "dank u", "bedankt", "alvast bedankt", "groet", "groeten", "met vriendelijke groet",
			"met vriendelijke groeten", "vriendelijke groet", "hartelijke groet", "mvg", "gr",
		},
		On: []string{"op"},
		Wrote: []string{
			"schreef", "heeft geschreven",
		},
		Original: []string{
			"oorspronkelijk bericht", "origineel bericht", "doorgestuurd bericht",
		},
		From: []string{
			"van",
		},
		Sent: []string{
			"verzonden", "datum", "aan", "onderwerp", "cc",
		},
		Device: []string{
			"verzonden vanaf mijn", "verstuurd vanaf mijn", "verzonden vanaf", "verstuurd vanaf", "verzonden met",
			"outlook voor", "download outlook voor",
		},
		Spaced: true,
	},
	"ar": {
		Leave: []string{
			"الغاء الاشتراك", "الغاء اشتراكي", "الغاء الاشتراك من", "الغوا اشتراكي", "الغ اشتراكي", "ازالتي من القائمة",
			"ازيلوني من القائمة", "ازيلوا عنواني", "حذفي من القائمة", "احذفوني من القائمة", "احذفوا عنواني",
			"لا ترسلوا لي المزيد", "ايقاف الرسائل", "وقف الاشتراك", "مغادرة القائمة", "مغادرة هذه القائمة",
		},
		Alone: []string{
			"ايقاف", "توقف",
		},
		Polite: []string{
			"ارجو", "ارجوكم", "نرجو", "يرجى", "الرجاء", "من فضلكم", "من فضلك", "لطفا", "شكرا", "شكرا لكم", "شكرا جزيلا",
			"مع الشكر", "و", "مرحبا", "السلام عليكم", "وشكرا",
		},
		Filler: []string{
			"من", "في", "هذه", "القائمة", "قائمة", "القائمة الصحفية", "البريدية", "البريد", "عنواني", "رسائلكم", "قائمتكم",
			"بكلمة",
		},
		Greetings: []string{
			"مرحبا", "السلام عليكم", "تحية طيبة", "صباح الخير", "مساء الخير", "السادة", "عزيزي", "عزيزتي", "اهلا",
		},
		Closings: []string{
			"شكرا", "شكرا لكم", "شكرا جزيلا", "مع الشكر", "تحياتي", "مع التحية", "مع تحياتي", "مع خالص التحية",
			"وتفضلوا بقبول فائق الاحترام",
		},
		On: []string{"في"},
		Wrote: []string{
			"كتب", "كتبت",
		},
		Original: []string{
			"الرسالة الاصلية", "رسالة اصلية", "رسالة معاد توجيهها",
		},
		From: []string{
			"من",
		},
		Sent: []string{
			"ارسل", "تم الارسال", "التاريخ", "تاريخ", "الى", "الموضوع",
		},
		Device: []string{
			"ارسل من", "ارسلت من", "مرسل من", "تم الارسال من", "احصل على outlook",
		},
		Spaced: true,
	},
	"ja": {
		Leave: []string{
			"配信停止", "配信を停止", "配信の停止", "配信解除", "配信を解除", "登録解除", "登録を解除", "登録の解除", "購読解除", "購読を解除", "購読中止", "購読停止", "配信不要",
			"配信は不要です", "配信をやめて", "配信を止めて", "配信を中止", "配信中止", "リストから削除", "リストから外して", "送らないで", "送信停止", "メール不要", "リリースの配信停止",
			"プレスリリースの配信停止", "ニュースの配信停止", "メールの配信停止", "リリース配信停止", "メール配信停止",
		},
		Alone: []string{
			"解除", "停止", "退会",
		},
		Polite: []string{
			"ください", "下さい", "してください", "して下さい", "お願いします", "お願いいたします", "お願い致します", "をお願いします", "をお願いいたします", "をお願い致します", "願います",
			"でお願いします", "でお願いいたします", "していただけますと幸いです", "いただけますと幸いです", "ありがとうございます", "ありがとうございました", "お世話になっております", "いつもお世話になっております",
			"お世話になります", "よろしくお願いします", "よろしくお願いいたします", "よろしくお願い致します", "宜しくお願いします", "宜しくお願いいたします", "宜しくお願い致します", "何卒", "どうぞ",
			"恐れ入りますが", "申し訳ありませんが", "すみませんが", "こんにちは",
		},
		Filler: []string{
			"希望します", "を希望します", "希望", "を", "の", "は", "で", "に", "と", "から", "して", "メール", "今後", "の配信", "手続き", "手続", "ご担当者様", "担当者様",
			"御中", "です", "メーリング", "リスト",
		},
		Greetings: []string{
			"こんにちは", "お世話になっております", "いつもお世話になっております", "お世話になります", "ご担当者様", "担当者様",
		},
		Closings: []string{
			"よろしくお願いします", "よろしくお願いいたします", "よろしくお願い致します", "宜しくお願いします", "宜しくお願いいたします", "以上", "以上よろしくお願いいたします", "敬具",
		},
		Wrote: []string{
			"のメッセージ", "さんは書きました", "書きました", "が書きました",
		},
		Original: []string{
			"元のメッセージ", "転送メッセージ", "転送されたメッセージ",
		},
		From: []string{
			"差出人", "送信者",
		},
		Sent: []string{
			"送信日時", "日付", "日時", "宛先", "件名",
		},
		Device: []string{
			"iphoneから送信", "ipadから送信", "androidから送信", "私のiphoneから送信", "outlookを入手", "ios版outlookを入手",
		},
	},
}
