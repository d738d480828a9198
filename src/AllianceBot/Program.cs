using System.CommandLine;
using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using AllianceBot.Try;
using AllianceBot.Wiring;

// What the command line does not know as an option goes to the settings: --Bot:Data /var/lib/alliancebot
var root = new RootCommand("AllianceBot: the memory and even-handed secretary of an alliance, in Microsoft Teams.")
{
    TreatUnmatchedTokensAsErrors = false,
};
root.SetAction(static (parsed, ct) => GuardAsync(async () =>
{
    var app = await Bot.BuildAsync([.. parsed.UnmatchedTokens], isTry: false, new Dictionary<string, string?>(), ct);
    await app.RunAsync(ct);
}));

var port = new Option<int>("--port") { Description = "Port of the bot.", DefaultValueFactory = static _ => 3978 };
var playgroundPort = new Option<int>("--playground-port") { Description = "Port of the client.", DefaultValueFactory = static _ => 56150 };
var data = new Option<string>("--data") { Description = "Folder for everything that is kept.", DefaultValueFactory = static _ => "try" };
var noClient = new Option<bool>("--no-client") { Description = "Serve only; start no client." };
var attempt = new Command("try", "Starts the bot with a sample alliance and the Agents Playground, for this machine only.")
{
    port, playgroundPort, data, noClient,
};
attempt.TreatUnmatchedTokensAsErrors = false;
attempt.SetAction((parsed, ct) => GuardAsync(() => TryCommand.RunAsync(
    new(parsed.GetValue(port), parsed.GetValue(playgroundPort), parsed.GetValue(data)!, parsed.GetValue(noClient)),
    [.. parsed.UnmatchedTokens],
    ct)));
root.Subcommands.Add(attempt);

var appId = new Option<Guid>("--app-id") { Description = "The bot's application (client) id.", Required = true };
var to = new Option<string>("--to") { Description = "The file to write.", Required = true };
var developer = new Option<string>("--developer") { Description = "Who runs the bot, as people see it who install it.", DefaultValueFactory = static _ => "AllianceBot" };
var website = new Option<string>("--website") { Description = "Their website (https).", Required = true };
var privacy = new Option<string?>("--privacy") { Description = "Their page on privacy; the website if not given." };
var terms = new Option<string?>("--terms") { Description = "Their page on terms of use; the website if not given." };
var noMessageAction = new Option<bool>("--no-message-action") { Description = "Without “Make this a promise” in the menu of messages; set Teams:MessageAction to false with it." };
var package = new Command("package", "Writes the Teams app package (a zip) for an application id.")
{
    appId, developer, website, privacy, terms, noMessageAction, to,
};
package.SetAction((parsed, ct) => GuardAsync(() =>
{
    var faults = new List<string>();
    var runs = AppDeveloper.Read(parsed.GetValue(developer), parsed.GetValue(website), parsed.GetValue(privacy), parsed.GetValue(terms), faults);
    if (runs is null) throw SettingsException.Of(faults);
    AppPackage.Write(parsed.GetValue(appId).ToString(), runs, parsed.GetValue(to)!, messageAction: !parsed.GetValue(noMessageAction));
    Console.WriteLine($"Written: {parsed.GetValue(to)}");
    return Task.CompletedTask;
}));
root.Subcommands.Add(package);

var kind = new Option<string>("--store") { Description = "The kind of store; without it, the one that is there.", DefaultValueFactory = static _ => "" };
var backup = new Command("backup", "Copies the database: SQLite's also while a bot uses it.") { data, to, kind };
backup.SetAction((parsed, ct) => GuardAsync(async () =>
{
    await StoreKinds.BackupAsync(parsed.GetValue(data)!, parsed.GetValue(kind)!, parsed.GetValue(to)!, ct);
    Console.WriteLine($"Copied to: {parsed.GetValue(to)}");
}));
root.Subcommands.Add(backup);

var fromStore = new Option<string>("--from") { Description = "The kind of store that holds the data: sqlite or litedb.", Required = true };
var toStore = new Option<string>("--to") { Description = "The kind of store that takes them.", Required = true };
var copy = new Command("copy", "Copies everything from one kind of store to the other, and checks every row. No bot may run meanwhile.")
{
    fromStore, toStore, data,
};
copy.SetAction((parsed, ct) => GuardAsync(() => StoreCommand.CopyAsync(
    parsed.GetValue(fromStore)!, parsed.GetValue(toStore)!, parsed.GetValue(data)!, Console.Out, ct)));
root.Subcommands.Add(new Command("store", "Work on the stored data.") { copy });

// The host stops by itself when it is told to; cut off after the two seconds that are usual, it would leave off in the middle of sending.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });

// What an operator can mend is said in one message without a stack: settings, the database, the port.
static async Task<int> GuardAsync(Func<Task> run)
{
    try
    {
        await run();
        return 0;
    }
    catch (OperationCanceledException)
    {
        return 0;
    }
    catch (Exception fault) when (fault is SettingsException or StoreException or IOException or UnauthorizedAccessException or InvalidOperationException)
    {
        await Console.Error.WriteLineAsync(fault.Message);
        return 1;
    }
}
