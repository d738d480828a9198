using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Figures, or what is behind one of them.</summary>
internal sealed record LedgerShowing(LedgerWish Wish, string? Page = null) : Showing;

/// <summary>Give and take of a partner with each other one.</summary>
internal sealed record PairsShowing(LedgerWish Wish) : Showing;

/// <summary>Documents that are ready to be opened in a browser, each by an address of its reader's own.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Links">Each with the key of its button.</param>
internal sealed record LinksShowing(Said Title, ValueList<DocumentButton> Links) : Showing;

/// <summary>A button that opens an address.</summary>
internal sealed record DocumentButton(string Key, Uri Address);

/// <summary>Documents are to be opened: an address is made for each, in private.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Wishes">Each with the key of its button.</param>
internal sealed record Opens(Said Title, ValueList<DocumentOffer> Wishes) : Step;

/// <summary>A document that can be opened, and the key of its button.</summary>
internal sealed record DocumentOffer(string Key, DocumentWish Wish);
