namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>The product's own state machine of a call, filled in as the local account names things.</summary>
internal static class CallMachine
{
    private const string Functions = "arn:aws:lambda:us-east-1:000000000000:function:";

    public static string Read() => File.ReadAllText(Path.Combine(Root(), "statemachines", "call.asl.json"));

    public static Dictionary<string, string> Substitutions { get; } =
        new(StringComparer.Ordinal)
        {
            ["LaunchBridgeFunction.Arn"] = $"{Functions}launch-bridge",
            ["StopBridgeFunction.Arn"] = $"{Functions}stop-bridge",
            ["RecordOutcomeFunction.Arn"] = $"{Functions}record-outcome",
            ["DiagnoseFunction.Arn"] = $"{Functions}diagnose",
        };

    /// <summary>The repository's root, above the built tests.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SonicBridge.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("SonicBridge.slnx is in no folder above the tests.");
    }
}
