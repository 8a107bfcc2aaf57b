// Package calendar reckons the terms of the procedure: clock hours, calendar
// days and months, working days and Dutch holidays, each with its reckoning in
// steps.
//
// It imports nothing of ours and looks at no clock. All moments are whole
// seconds; a term of days, working days or months ends at 23:59:59 in the
// organisation's zone.
package calendar
