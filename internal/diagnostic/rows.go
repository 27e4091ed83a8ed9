package diagnostic

// Row is a finding as commands write it in JSON.
type Row struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Rule     string `json:"rule"`
}

// Rows are the findings in JSON.
func (l List) Rows() []Row {
	rows := []Row{}
	for _, d := range l {
		rows = append(rows, Row{d.File, d.Line, d.Column, d.Severity.String(), d.Message, d.Rule})
	}
	return rows
}

// Errors counts those that are errors.
func (l List) Errors() int {
	n := 0
	for _, d := range l {
		if d.Severity == Error {
			n++
		}
	}
	return n
}
