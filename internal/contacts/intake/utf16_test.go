package intake

import (
	"encoding/binary"
	"fmt"
	"testing"
	"unicode/utf16"
)

// TestUTF16: with a mark and without, either byte first, and with signs in the beginning
// that no letter of Latin is.
func TestUTF16(t *testing.T) {
	const want = "email,name,outlet\nzoe@rivage.example,Zoé Łącka,Le Rivage – matin"
	for name, table := range map[string]string{
		"a table by tab":              "Courriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r\n",
		"a declared separator":        "sep=;\r\nCourriel;Nom complet;Média\r\nzoe@rivage.example;Zoé Łącka;Le Rivage – matin\r\n",
		"a title with a dash":         "Presse – 2026\t\t\r\nCourriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r\n",
		"a title in quotation marks":  "“Łódź”, Press list of spring\r\nCourriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r\n",
		"lines of an old Macintosh":   "Courriel\tNom complet\tMédia\rzoe@rivage.example\tZoé Łącka\tLe Rivage – matin\r",
		"a line break in a long cell": "Courriel\tNom complet\tMédia\r\nzoe@rivage.example\tZoé Łącka\t\"Le Rivage\n– matin\"\r\n",
	} {
		for _, mark := range []string{"\ufeff", ""} {
			for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
				var data []byte
				for _, u := range utf16.Encode([]rune(mark + table)) {
					data = order.AppendUint16(data, u)
				}
				if got := whole(t, "x.txt", string(data), ""); got != want {
					t.Errorf("%s, marked %q, %v:\n%s", name, mark, order, got)
				}
			}
		}
	}
}

// Letters that are not told apart are told, whatever the list looks like afterwards.
func TestLettersThatAreNotTold(t *testing.T) {
	table, err := Open("x.csv", []byte("email,name\na@b.example,\x8eR\x93c\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(table.Notes); got != "[row 1: the file is not UTF-8, and “ŽR“c” is no word in the letters in which it is read; save it as “CSV UTF-8”]" {
		t.Error(got)
	}
}
