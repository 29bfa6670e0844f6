/** An invented article to try the page with. */
export const example = `LAKESIDE COURIER

Ferry to be sold, port officials say

By Mira Tolland
14 October 2025

The Island Line ferry will be sold before the winter, three port officials told the Harbour Gazette on Monday. They asked not to be named because the contract is not yet signed.

"We have two offers, and both of them are serious," the port chief, Ivo Marsh, said in a statement. He denied that jobs would be lost.

The union is not convinced. "Mr Marsh told us in June that nothing was for sale," said its secretary, Dana Reuss. A leaked memo says that up to forty posts may go.

Residents reportedly fear for the night boat. Radio Meridian quoted a person familiar with the talks as saying the new owner had asked the city for a guarantee.

The ferry has run since 1961. The city council meets on Thursday.
`
