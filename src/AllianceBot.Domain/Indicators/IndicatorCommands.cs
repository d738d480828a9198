using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What may be asked of one indicator. What makes one has revision 0, all else the revision its card showed.</summary>
public abstract record IndicatorCommand(IndicatorId Indicator, int Revision, AskId Ask) : Command(Ask);

/// <summary>Puts an agreed number on the list.</summary>
/// <param name="Owner">Who is to report it; a person named by another is asked first. Null while nobody is found.</param>
public sealed record AgreeIndicator(IndicatorId Indicator, AskId Ask, IndicatorTerms Terms, PersonId? Owner) : IndicatorCommand(Indicator, 0, Ask);

/// <summary>Writes down other terms; what was reported stays.</summary>
public sealed record ChangeIndicator(IndicatorId Indicator, int Revision, AskId Ask, IndicatorTerms Terms, Words? Reason)
    : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>Takes it off the list; its record stays.</summary>
public sealed record RetireIndicator(IndicatorId Indicator, int Revision, AskId Ask, Words? Reason) : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>Names who is to report it from now on.</summary>
public sealed record NameOwner(IndicatorId Indicator, int Revision, AskId Ask, PersonId Owner) : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>The named person says yes, or no.</summary>
public sealed record AnswerOwner(IndicatorId Indicator, int Revision, AskId Ask, bool Yes, Words? Reason) : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>Reports a number.</summary>
/// <param name="On">The day it is for; null for the period that is asked for, else today.</param>
public sealed record EnterReading(IndicatorId Indicator, int Revision, AskId Ask, decimal Value, LocalDate? On, Words? Note)
    : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>Reports the right number in place of a wrong one, which stays on record.</summary>
/// <param name="On">The day of the wrong one; null for the newest.</param>
public sealed record CorrectReading(IndicatorId Indicator, int Revision, AskId Ask, decimal Value, LocalDate? On, Words? Reason)
    : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>There is no number for the period that is asked for.</summary>
public sealed record SkipReading(IndicatorId Indicator, int Revision, AskId Ask) : IndicatorCommand(Indicator, Revision, Ask);

/// <summary>Says what would improve it or what is in the way, with the number that is expected then, and by when.</summary>
public sealed record SayBranch(IndicatorId Indicator, int Revision, AskId Ask, BearingKind Kind, Words Text, decimal Number, LocalDate By)
    : IndicatorCommand(Indicator, Revision, Ask);
