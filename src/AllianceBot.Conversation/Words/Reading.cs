using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What typed words were read as.</summary>
internal abstract record Reading;

/// <summary>One thing is wanted.</summary>
internal sealed record Understood(Intent Intent) : Reading;

/// <summary>A name fits several: the question, and the whole sentence for each.</summary>
internal sealed record Several(Said Question, ValueList<Pick> Picks) : Reading;

/// <summary>The open form is to be changed in these fields.</summary>
internal sealed record Amends(Filled Fields, ValueList<FieldFault> Faults) : Reading;

/// <summary>No command begins like this.</summary>
/// <param name="Typed">The first words.</param>
internal sealed record NotUnderstood(string Typed) : Reading;
