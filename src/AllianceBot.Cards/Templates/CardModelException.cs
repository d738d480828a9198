namespace AllianceBot.Cards;

/// <summary>A model does not fit its template: a mistake of the presenter, found before anyone sees the card.</summary>
#pragma warning disable CA1032 // It always tells which view and what is missing.
public sealed class CardModelException(string message) : Exception(message);
#pragma warning restore CA1032
