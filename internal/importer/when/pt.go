package when

var portuguese = words{
	months: [12]string{
		"janeiro|jan", "fevereiro|fev", "marco|mar", "abril|abr", "maio|mai", "junho|jun", "julho|jul", "agosto|ago",
		"setembro|set", "outubro|out", "novembro|nov", "dezembro|dez",
	},
	weekdays: [7]string{
		"domingo", "segunda-feira", "terca-feira|terca", "quarta-feira|quarta", "quinta-feira|quinta", "sexta-feira|sexta", "sabado",
	},
	brief:      [7]string{"dom", "seg|segunda", "ter", "qua", "qui", "sex", "sab"},
	counts:     [12]string{"uma", "duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"},
	noonRE:     `(?:do )?meio[ -]dia`,
	midnightRE: `meia-noite|meia noite`,
	morningRE:  `da (?:manha|madrugada)`,
	eveningRE:  `da (?:tarde|noite)`,
	hourRE:     `horas|hs?\.?|hrs\.?`,
	beforeRE:   `as|das`,
	among: "a ao as o os de do da das dos dia em ate antes desde partir data hora horas horario embargo embargado embargada " +
		"publicacao divulgacao e'",
	doubtRE: `no (?:minimo|maximo)|ou mais tarde|e (?:meia|quinze|um quarto)|meia hora|aproximadamente|cerca|por volta|perto d[ae]s|a ` +
		`confirmar|provisorio|previsto|prevista|minutos|dias|semanas|hoje|` +
		`amanha|depois de amanha|seguinte|proximo|nova ordem|entre as|horario local|hora local|(?:24|48|72|uma|duas|tres) horas (?:depois|` +
		`antes|apos)`,
	embargoRE: `embargo|embargad[oa]s?`,
	beforeMark: `confidencial ate|nao (?:pode ser )?(?:publica\w*|divulga\w*|difundi\w*|usar|utilizar)(?: ou \w+|` +
		` nem \w+)?(?: antes| ate)|` +
		`(?:publicacao|divulgacao)(?: somente| apenas| so)?(?: proibida| permitida| autorizada| liberada)? (?:a partir|antes|` +
		`ate|apos)|nao antes`,
	behindRE: `nao (?:pode ser )?(?:publica\w*|divulga\w*|difundi\w*)`,
	releaseRE: `(?:para (?:publicacao|divulgacao|difusao)|(?:data|hora|horario|dia)(?: e (?:hora|horario|data))? d[ae] (?:publicacao|` +
		`divulgacao|difusao|lancamento)|` +
		`(?:publicacao|divulgacao)(?: em| as|:))`,
	immediateRE: `(?:para )?(?:publicacao|divulgacao|difusao) imediata`,
	openRE:      `(?:sem|nenhum|nao ha) embargo`,
	liftedRE: `embargo(?: (?:foi|esta|ja))*(?: ?[:-] ?| )(?:levantado|suspenso|encerrado|terminado|expirado|retirado)|` +
		`embargo ?: ?(?:nenhum|nao)`,
	openingRE: `abert[oa]s?|horarios? de (?:abertura|funcionamento|visita)`,
	tradeRE:   `embargos|embargo (?:de (?:obras?|armas|declaracao|terceiros)|comercial|economico|contra|a (?:cuba|russia))`,
}
