using System.Text.Json.Nodes;
using SonicBridge.Contracts;
using SonicBridge.Local.Call;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Migration;
using SonicBridge.Local.Moto;
using SonicBridge.Local.Script;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>
/// An account after its migration, in which one caller is on the line, as an engineer has it before him who works with the
/// <c>aws</c> CLI. One for all tests of a class.
/// </summary>
public sealed class MigratedAccount : IAsyncLifetime
{
    private readonly KvsStreams _streams = new(TimeProvider.System);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("guide-");
    private readonly Dictionary<string, string> _filledIn = [];
    private string? _absent;
    private RehearsalCloud? _rehearsal;
    private Execution? _migration;

    /// <summary>The account; skips the test where moto_server is not installed.</summary>
    public RehearsalCloud Rehearsal
    {
        get
        {
            Assert.SkipWhen(_absent is not null, _absent ?? "");
            return _rehearsal!;
        }
    }

    /// <summary>How the migration ended.</summary>
    public Execution Migration
    {
        get
        {
            Assert.SkipWhen(_absent is not null, _absent ?? "");
            return _migration!;
        }
    }

    /// <summary>The caller's contact.</summary>
    public ContactId Contact { get; } = ContactId.New();

    /// <summary>Where the engineer works: the CLI's files are read and written there.</summary>
    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new LocalCloudOptions
        {
            Script = new ScriptedAgent(ScenarioFile.Load(ScenarioFile.Default)),
            Streams = _streams,
            // The caller stays on the line until he is put off it.
            BridgeSettings = new Dictionary<string, string> { ["END_OF_CALL_SECONDS"] = "300" },
        };
        try
        {
            _rehearsal = await RehearsalCloud.StartAsync(options, TimeProvider.System, cancellation);
        }
        catch (MotoMissingException e)
        {
            _absent = e.Message;
            return;
        }

        var template = Rehearsal.Cloud.Template;
        _filledIn["<instance>"] = ConnectInstance.LocalId;
        _filledIn["<contact>"] = Contact.ToString();
        _filledIn["<CallBucketName>"] = template.Reference("CallBucket");
        _filledIn["<BackupBucketName>"] = template.Reference("BackupBucket");
        const string Input = """{"canary": false, "pollSeconds": 1, "bakeSeconds": 0}""";
        _migration = Rehearsal.Cloud.Machines.Start(template.Reference("MigrateStateMachine"), null, Input);
        await _migration.Completion.WaitAsync(cancellation);
        await CallAsync(cancellation);
    }

    /// <summary>Runs a command as it stands on the page, with what is to be filled in.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> RunAsync(string command, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in _filledIn)
        {
            command = command.Replace(name, value, StringComparison.Ordinal);
        }

        foreach (var (name, value) in values)
        {
            command = command.Replace(name, value, StringComparison.Ordinal);
        }

        var words = ShellWords.Split(command);
        words[0].ShouldBe("aws");
        return AwsCli.RunInAsync(Folder, Rehearsal.Cloud.Door, [.. words.Skip(1)]);
    }

    /// <summary>The same for a command that prints JSON.</summary>
    public async Task<JsonNode> AskAsync(string command, params (string Name, string Value)[] values) =>
        JsonNode.Parse(await RunAsync(command, values))!;

    public async ValueTask DisposeAsync()
    {
        if (_rehearsal is not null)
        {
            await _rehearsal.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>As Connect does: streams a voice and invokes the function.</summary>
    private async Task CallAsync(CancellationToken cancellation)
    {
        var voice = _streams.Start(Contact, new StreamingSettings());
        for (var block = 0; block < 48; block++)
        {
            voice.Add(new short[StreamingRun.BlockSamples], []);
        }

        var start = new JsonObject
        {
            ["StreamARN"] = voice.Stream.Arn,
            ["ContactId"] = Contact.ToString(),
            ["CustomerPhoneNumber"] = "+15550100",
            ["StartFragmentNumber"] = voice.StartFragmentNumber,
        };
        var answer = await Rehearsal.Lambdas.InvokeAsync(
            "invoke-ecs-ec2-task",
            System.Text.Encoding.UTF8.GetBytes(start.ToJsonString()),
            cancellation
        );
        ((string?)JsonNode.Parse(answer.Payload.Span)!["status"]).ShouldBe("started");
    }
}
