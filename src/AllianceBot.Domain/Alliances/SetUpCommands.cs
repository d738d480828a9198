using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something about the alliance as such: its name, calendar, partners, charter facts, places.</summary>
public abstract record SetUpCommand(AskId Ask) : Command(Ask);

/// <summary>Starts an alliance. Who asks becomes its administrator and the manager of its first partner.</summary>
/// <param name="Alliance">The stream's id, fresh from the id source.</param>
/// <param name="Zone">A TZDB id.</param>
/// <param name="Person">The founder's name.</param>
public sealed record CreateAlliance(
    AllianceId Alliance, Words Name, string Zone, PartnerId Partner, Words PartnerName, PartnerKind Kind, Words Person, AskId Ask)
    : SetUpCommand(Ask);

/// <summary>Gives the alliance another name.</summary>
public sealed record RenameAlliance(Words Name, AskId Ask) : SetUpCommand(Ask);

/// <summary>Sets the zone of due dates, a TZDB id.</summary>
public sealed record SetZone(string Zone, AskId Ask) : SetUpCommand(Ask);

/// <summary>Sets the alliance's working days.</summary>
public sealed record SetWorkdays(Workdays Days, AskId Ask) : SetUpCommand(Ask);

/// <summary>A partner's own working days; null for the alliance's.</summary>
public sealed record SetPartnerWorkdays(PartnerId Partner, Workdays? Days, AskId Ask) : SetUpCommand(Ask);

/// <summary>Changes the alliance's counts and spans, all within their ranges.</summary>
public sealed record ChangeSettings(Settings Settings, AskId Ask) : SetUpCommand(Ask);

/// <summary>The partner's id is the form's draft id, so the same form makes one partner for ever.</summary>
public sealed record AddPartner(PartnerId Partner, Words Name, PartnerKind Kind, AskId Ask) : SetUpCommand(Ask);

/// <summary>Says a partner's name and kind anew.</summary>
public sealed record RenamePartner(PartnerId Partner, Words Name, PartnerKind Kind, AskId Ask) : SetUpCommand(Ask);

/// <summary>A partner goes out, with its people; refused while promises with others are open.</summary>
public sealed record RemovePartner(PartnerId Partner, AskId Ask) : SetUpCommand(Ask);

/// <summary>Declares that one partner funds another.</summary>
public sealed record DeclareFunding(PartnerId Funder, PartnerId Funded, AskId Ask) : SetUpCommand(Ask);

/// <summary>Takes a declared funding tie back.</summary>
public sealed record WithdrawFunding(PartnerId Funder, PartnerId Funded, AskId Ask) : SetUpCommand(Ask);

/// <summary>Says what the alliance is for.</summary>
public sealed record SetPurpose(Words Purpose, AskId Ask) : SetUpCommand(Ask);

/// <summary>Adds the goal, or says an existing one anew.</summary>
public sealed record SetGoal(GoalId Goal, Words Text, LocalDate? By, AskId Ask) : SetUpCommand(Ask);

/// <summary>Takes a goal out; promises made for it still name it.</summary>
public sealed record RemoveGoal(GoalId Goal, AskId Ask) : SetUpCommand(Ask);

/// <summary>Something the partnership does not do.</summary>
public sealed record AddExclusion(Words Text, AskId Ask) : SetUpCommand(Ask);

/// <summary>Something that a partner wants to be known by whoever asks it for something.</summary>
public sealed record AddPartnerNote(PartnerId Partner, Words Text, AskId Ask) : SetUpCommand(Ask);

/// <summary>Takes a partner's note out.</summary>
/// <param name="Partner">Whose.</param>
/// <param name="Note">The id of its words.</param>
public sealed record RemovePartnerNote(PartnerId Partner, string Note, AskId Ask) : SetUpCommand(Ask);

/// <summary>Takes an exclusion out.</summary>
/// <param name="Exclusion">The id of its words.</param>
public sealed record RemoveExclusion(string Exclusion, AskId Ask) : SetUpCommand(Ask);

/// <summary>Makes a team channel or group chat one of the alliance's places.</summary>
/// <param name="Place">The keyed hash of the place.</param>
/// <param name="Home">Whether it becomes the home place.</param>
public sealed record LinkPlace(string Place, bool Home, AskId Ask) : SetUpCommand(Ask);

/// <summary>Frees a place; the home place is home no more then.</summary>
public sealed record UnlinkPlace(string Place, AskId Ask) : SetUpCommand(Ask);

/// <summary>The place where posts for all go, one of the linked ones; null for none.</summary>
public sealed record SetHome(string? Place, AskId Ask) : SetUpCommand(Ask);
