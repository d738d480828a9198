namespace AllianceBot.Cards;

/// <summary>An expression that templates here may not use. Caught where the template's file and line are known.</summary>
#pragma warning disable CA1032, CA1064 // It never leaves this project.
internal sealed class ExpressionFaultException(string message) : Exception(message);
#pragma warning restore CA1032, CA1064
