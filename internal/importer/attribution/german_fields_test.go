package attribution

import "testing"

// What an office is over in German is no organisation, and one may stand right behind an office.
func TestFieldsAndBodiesBehindGermanOffices(t *testing.T) {
	t.Parallel()
	d := draftIn("de", "Der KVB tagt. Es kommt die Hafenliga, und der Bund Freie Küste auch.")
	namedAs(t, d, map[string]string{
		"Jana Holm, Experte für Meeresbau":                "Jana Holm | Experte für Meeresbau | ?",
		"Jana Holm, Fachfrau für Meeresbau":               "Jana Holm | Fachfrau für Meeresbau | ?",
		"Jana Holm, Referentin für Meeresbau":             "Jana Holm | Referentin für Meeresbau | ",
		"Jana Holm, KVB-Expertin für Meeresbau":           "Jana Holm | Expertin für Meeresbau | KVB",
		"Jana Holm, Expertin für Meeresbau beim KVB":      "Jana Holm | Expertin für Meeresbau | KVB",
		"Jana Holm, Sprecherin für die Hafenliga":         "Jana Holm | Sprecherin | Hafenliga",
		"Jana Holm, Sprecherin für Hafenliga":             "Jana Holm | Sprecherin | Hafenliga",
		"Jana Holm, Sprecherin für KVB":                   "Jana Holm | Sprecherin | KVB",
		"Jana Holm, Sprecherin für Küstenverband":         "Jana Holm | Sprecherin | Küstenverband",
		"Jana Holm, Projektleiterin Open Reef Foundation": "Jana Holm | Projektleiterin | Open Reef Foundation",
		"Jana Holm, Sprecherin am Institut für Taue":      "Jana Holm | Sprecherin | Institut für Taue",
		"Jana Holm, Präsidentin der Kammer für Taue":      "Jana Holm | Präsidentin | Kammer für Taue",
		"Jana Holm, Vorstand Kap Stiftung":                "Jana Holm | Vorstand | Kap Stiftung",
	})
}
