namespace AllianceBot.Wiring;

/// <summary>The program cannot start as it is set up; the message lists every fault, a line each.</summary>
internal sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public static SettingsException Of(IEnumerable<string> faults) => new(string.Join(Environment.NewLine, faults));
}
