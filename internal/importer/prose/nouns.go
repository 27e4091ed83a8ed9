package prose

import "pressroom/internal/pattern"

// DutchOffices are offices by their last part, and two of them joined: "directeur-bestuurder".
var DutchOffices = pattern.New(`^` + dutchOfficeNoun + `(?:-` + dutchOfficeNoun + `)?$`)

const dutchOfficeNoun = `\p{L}*(?:bestuurslid|raadslid|kamerlid|commissielid|voorzitter|voorzitster|woordvoerder|woordvoerster|` +
	`directeur|directrice|bestuurder|leider|leidster|hoofd|manager|coördinator|onderzoeker|onderzoekster|hoogleraar|minister|secretaris|` +
	`adviseur|docent|voorman|voorvrouw|chef|eigenaar|wethouder|burgemeester|gedeputeerde|redacteur|oprichter|penningmeester|` +
	`conservator|specialist|commandant|officier)`

// NordicOffices are the same in Swedish, Danish and Norwegian.
var NordicOffices = pattern.New(`^\p{L}*(?:chefe?n?|sjefe?n?|ordföranden?|formande?n?|ledere?n?|ledaren?|direktøre?n?|direktöre?n?|` +
	`ministere?n?|sekreteraren?|` +
	`sekretære?n?|talespersone?n?|forperson(?:en)?|forkvinde?n?|leiare?n?|seniorrådgivare?n?|talsperson(?:en)?|talsman(?:nen)?|` +
	`talsmand(?:en)?|talsmanne?n?|rådgivare?n?|rådgivere?n?|ansvarlige?|` +
	`ansvarige?|forskere?n?|forskaren?|strategen?|koordinatore?n?|samordnaren?|medlem(?:met)?|ledamot(?:en)?|(?:kommunal|` +
	`region|borgar|oppositions|läns|fylkes)råd(?:et)?|` +
	`borgmestere?n?|borgmästaren?|ordførere?n?|byrådere?n?|professore?n?|redaktøre?n?|redaktöre?n?|konsulente?n?|läkaren?|` +
	`præsidente?n?|presidente?n?|grundaren?|gründere?n?|stiftere?n?|vd:?n?|ekonome?n?|økonome?n?)$`)

// IberianOffices are further offices and callings in Spanish and Portuguese, some of which mean something else in English.
var IberianOffices = WordSet(`obispo arzobispo cardenal párroco vicario bispo arcebispo cardeal pároco fiscal juez jueza ` +
	`juiz juíza magistrado
	magistrada desembargador desembargadora procurador procuradora promotor promotora comandante subcomandante suboficial subprefecto
	subprefecta prefecto comisario comisaria inspector inspectora delegado delegada curador curadora historiador historiadora enólogo
	enóloga cirujano cirujana nefrologista cardiologista oncóloga oncólogo apicultor apicultora capitán capitana patrón patrona
	regente maestro maestra
	enfermeira enfermeiro compositor compositora líder lideresa socia socio intendente intendenta subintendente`)
