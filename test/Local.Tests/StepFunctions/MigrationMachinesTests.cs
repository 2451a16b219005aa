using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Local.Tests.Node;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>The migration's state machines in every branch: each step fails once for good, beside an engine that others have written.</summary>
public sealed partial class MigrationMachinesTests
{
    private const string Refused = "MigrationRefused";
    private const string Folder = "s3://backups/migrations/m/";

    private static readonly string[] s_machines = ["migrate", "backup", "verify", "rollback"];

    private static readonly Dictionary<string, string[]> s_answers = new(StringComparer.Ordinal)
    {
        ["PreflightMigrationFunction"] =
        [
            $$"""{"folder":"{{Folder}}","dryRun":false,"sealed":false,"migrated":false,"canary":true,"percentages":[50,100],"bakeSeconds":0,"pollSeconds":0}""",
        ],
        ["LoadBackupFunction"] = [$$"""{"folder":"{{Folder}}","pollSeconds":0,"drainSeconds":0}"""],
        ["AdvanceStackFunction"] = ["""{"finished":false,"note":"n"}""", """{"finished":true,"note":"n"}"""],
        ["CountCallsFunction"] = ["""{"finished":false,"note":"n"}""", """{"finished":true,"note":"n"}"""],
        ["AdvanceDeletionFunction"] = ["""{"finished":false,"note":"n"}""", """{"finished":true,"note":"n"}"""],
        ["ShiftFlowsFunction"] = ["""{"at":"t","done":"d"}""", """{"at":"t","done":"d"}"""],
        ["StartCanaryFunction"] = ["""{"contactId":"c"}"""],
        ["ExplainFailureFunction"] = ["""{"Cause":"It is refused."}"""],
        ["WriteReportFunction"] = ["""{"address":"a","summary":"s"}""", """{"address":"a","summary":"s"}"""],
    };

    public static TheoryData<string> Machines => [.. s_machines];

    public static TheoryData<string, string> Steps =>
        [
            .. s_machines.SelectMany(machine =>
                StepsOf(machine).Select(step => new TheoryDataRow<string, string>(machine, step))
            ),
        ];

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_machine_whose_steps_all_go_well_succeeds_and_so_in_the_peer(string machine)
    {
        var scripted = Scripted(machine, failing: null);

        var local = await MachineRun.LocallyAsync(scripted, TimeSpan.Zero);

        local.Error.ShouldBeNull(local.Cause);
        (await MachineRun.ByPeerAsync([scripted])).ShouldHaveSingleItem().ShouldBe(local);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_that_fails_for_good_ends_the_machine_by_its_name(string machine, string step)
    {
        var run = await MachineRun.LocallyAsync(Scripted(machine, step), TimeSpan.Zero);

        var ending = run.Path.Split(' ').Where(name => Endings.Contains(name)).ShouldHaveSingleItem(run.Path);
        new[] { ending, ending.Replace("Unreported", "", StringComparison.Ordinal) }.ShouldContain(run.Error);
    }

    [Theory]
    [InlineData("verify", """{"folder":"x"}""")]
    [InlineData("verify", "\"a text\"")]
    [InlineData("backup", """{"folder":7}""")]
    [InlineData("backup", "\"a text\"")]
    [InlineData("migrate", "\"a text\"")]
    [InlineData("rollback", "\"a text\"")]
    public async Task Input_that_cannot_be_used_is_judged_by_a_step_and_ends_with_its_sentence(
        string machine,
        string input
    )
    {
        var first = machine == "rollback" ? "LoadBackupFunction" : "PreflightMigrationFunction";

        var run = await MachineRun.LocallyAsync(Scripted(machine, first) with { Input = input }, TimeSpan.Zero);

        (run.Error, run.Cause).ShouldBe((run.Path.Split(' ').Single(Endings.Contains), "It is refused."));
    }

    [Fact]
    public async Task A_verification_says_what_each_proof_has_seen()
    {
        var run = await MachineRun.LocallyAsync(Scripted("verify", failing: null), TimeSpan.Zero);

        var proved = JsonNode.Parse(run.Output!)!["proved"]!.AsObject();
        proved.Select(one => one.Key).ShouldBe(["cluster", "function", "targets", "canary", "alarms"]);
        proved.ShouldAllBe(one => (string)one.Value!["done"]! == "d");
    }

    [Fact]
    public async Task Steps_that_fail_for_good_lead_the_same_way_in_the_peer()
    {
        var failing = s_machines.SelectMany(machine => StepsOf(machine).Select(step => (machine, step))).ToList();
        var peers = await MachineRun.ByPeerAsync(failing.Select(one => Scripted(one.machine, one.step)));

        foreach (var ((machine, step), peer) in failing.Zip(peers))
        {
            var local = await MachineRun.LocallyAsync(Scripted(machine, step), TimeSpan.Zero);
            // How far the other branches come before one fails is each engine's own, and so it is with a map's iterations.
            var isOwn = machine is "backup" or "verify" || step is "ShiftFlowsFunction" or "CheckHealthFunction";
            (isOwn ? local with { Path = "" } : local).ShouldBe(
                isOwn ? peer with { Path = "" } : peer,
                $"{machine}: {step}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_migration_is_rolled_back_for_whatever_fails_once_something_may_be_changed_but_for_its_report(
        string machine,
        string step
    )
    {
        if (machine != "migrate")
        {
            return;
        }

        var run = await MachineRun.LocallyAsync(Scripted(machine, step), TimeSpan.Zero);

        var isLeft = step is "PreflightMigrationFunction" or "BackupStateMachine" or "WriteReportFunction";
        run.Path.Split(' ').Contains("RollBack").ShouldBe(!isLeft, run.Path);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Validator_accepts_the_definition(string machine)
    {
        var told = JsonNode.Parse(await NodeScript.AskAsync("validate-machine.mjs", Definition(machine)))!;

        told["errors"]!.GetValue<string>().ShouldBe("");
    }

    private static string[] Endings { get; } =
    [
        "MigrationFailed",
        "MigrationFailedUnreported",
        "MigratedUnreported",
        "MigrationRefused",
        "BackupFailed",
        "NotVerified",
        "RollbackStopped",
        "RollbackStoppedUnreported",
        "RollbackRefused",
    ];

    /// <summary>What a machine calls: functions, and machines of its own.</summary>
    private static IEnumerable<string> StepsOf(string machine) =>
        Called()
            .Matches(Definition(machine))
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            // They run when something has failed already, or only when started alone or asked for.
            .Where(name => name is not ("RollbackStateMachine" or "EndCanaryFunction" or "ExplainFailureFunction"))
            .Where(name => name != "WriteReportFunction" || machine != "rollback")
            .Where(name => name != "PreflightMigrationFunction" || machine == "migrate");

    private static ScriptedMachine Scripted(string machine, string? failing)
    {
        var scripts = new Dictionary<string, ScriptedTask[]>(StringComparer.Ordinal);
        foreach (Match match in Called().Matches(Definition(machine)))
        {
            var name = match.Groups["name"].Value;
            var answers = s_answers.GetValueOrDefault(name, ["""{"done":"d"}""", """{"done":"d"}"""]);
            scripts[name] =
                name == failing
                    ?
                    [
                        new ScriptedTask(Error: Refused, Cause: "It is refused."),
                        .. answers.Select(answer => new ScriptedTask(answer)),
                    ]
                    : [.. answers.Select(answer => new ScriptedTask(answer))];
        }

        var input = machine is "backup" or "verify" ? $$"""{"folder":"{{Folder}}","canary":true}""" : "{}";
        return new ScriptedMachine(Definition(machine), input, scripts);
    }

    private static string Definition(string machine) =>
        Placeholder()
            .Replace(
                File.ReadAllText(Path.Combine(CallMachine.Root(), "statemachines", $"{machine}.asl.json")),
                match =>
                    match.Groups["arn"].Success
                        ? $"arn:aws:lambda:us-east-1:000000000000:function:{match.Groups["name"].Value}"
                        : $"arn:aws:states:us-east-1:000000000000:stateMachine:{match.Groups["name"].Value}"
            );

    [GeneratedRegex(@"\$\{(?<name>\w+)(?<arn>\.Arn)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(function|stateMachine):(?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Called();
}
