package when

var spanish = words{
	months: [12]string{
		"enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago",
		"septiembre|setiembre|sept|sep|set", "octubre|oct", "noviembre|nov", "diciembre|dic",
	},
	weekdays:   [7]string{"domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"},
	brief:      [7]string{"dom", "lun", "mar", "mie", "jue", "vie", "sab"},
	counts:     [12]string{"una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"},
	noonRE:     `(?:del )?mediodia`,
	midnightRE: `medianoche|media noche`,
	morningRE:  `(?:de|por) la (?:manana|madrugada)`,
	eveningRE:  `(?:de|por) la (?:tarde|noche)`,
	hourRE:     `horas|hs?\.?|hrs\.?`,
	beforeRE:   `(?:a )?las?`,
	among: "a al las la el los de del hasta antes desde partir dia fecha hora horas h embargo embargado embargada publicacion " +
		"difusion es en proximo",
	doubtRE: `(?:como muy|a mas) (?:pronto|tardar|tarde)|o mas tarde|y (?:media|cuarto|pico)|menos (?:cuarto|diez|cinco|veinte)|` +
		`aproximadamente|aprox\.?|hacia|sobre las|alrededor|en torno|cerca de|` +
		`previsiblemente|provisional|por confirmar|minutos|dias|semanas|hoy|manana|pasado manana|siguiente|nuevo aviso|entre las|hora local|` +
		`(?:24|48|72|una|dos|tres) horas (?:despues|antes|mas)`,
	embargoRE: `embargo|embargad[oa]s?`,
	beforeMark: `confidencial(?:es)? hasta|no (?:se )?(?:puede |podra |debe )?(?:publi\w*|difundi\w*|divulga\w*|emiti\w*|` +
		`usar|utilizar)(?: ni \w+| o \w+)?(?: antes|` +
		` hasta)|` +
		`(?:prohibid[ao]|no autorizad[ao])(?: \w+){1,3}(?: antes| hasta)|(?:publicable|publicacion|difusion|divulgacion)(?: solo| ` +
		`unicamente)?(?: permitida| autorizada)?` +
		` (?:a partir|desde|no antes)|no antes|no publicable`,
	behindRE: `no (?:se )?(?:puede |podra |debe )?(?:publicar|difundir|divulgar|emitir)`,
	releaseRE: `(?:para (?:su )?(?:publicacion|difusion|divulgacion|publicar|difundir)|(?:fecha|dia|hora)(?: y (?:hora|` +
		`fecha))? de (?:la )?` +
		`(?:publicacion|difusion|divulgacion|lanzamiento|emision)|(?:publicacion|difusion|publicar|difundir)(?: el| a las|:))`,
	immediateRE: `(?:para )?(?:su )?(?:publicacion|difusion|divulgacion|distribucion) inmediata|publicar de inmediato`,
	openRE:      `(?:no hay|ningun) embargo|libre de embargo`,
	liftedRE: `embargo(?: (?:ha sido|esta|fue|queda|ya))*(?: ?[:-] ?| )(?:levantado|finalizado|terminado|concluido|anulado)|` +
		`embargo ?: ?(?:ninguno|no)`,
	openingRE: `abiert[oa]s?|horarios?(?: de (?:apertura|visita))?`,
	tradeRE: `sin embargo|(?:orden|mandamiento|diligencia|auto) de embargo|embargos|` +
		`embargo (?:de (?:armas|bienes|cuentas|petroleo|granos?|cereales|salarios?|viviendas?)|preventivo|judicial|ejecutivo|comercial|` +
		`economico|` +
		`petrolero|estadounidense|contra|a (?:cuba|iran|rusia))`,
}
