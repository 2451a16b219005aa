using System.Text.Json;
using SonicBridge.Bench.Calls;
using SonicBridge.Contracts;
using SonicBridge.Local.Call;
using SonicBridge.Local.Deployment;
using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.S3;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.StepFunctions.Service;

namespace SonicBridge.Bench.Lambdas;

/// <summary>
/// The account in which functions are started: the template's functions with the template's settings, S3, Step Functions
/// and ECS behind one door, and a Runtime API.
/// </summary>
internal sealed class LambdaStage : IAsyncDisposable
{
    private const string Waiting = """
        {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":86400,"End":true}}}
        """;

    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly AwsFrontDoor _door;
    private readonly StateMachines _machines;
    private readonly StateMachine _machine;
    private readonly EcsService _ecs;

    private LambdaStage(AwsFrontDoor door, RuntimeApiServer api, StackTemplate template)
    {
        _door = door;
        Api = api;
        Template = template;
        foreach (var bucket in template.OfType("AWS::S3::Bucket"))
        {
            Store.CreateBucket(template.Reference(bucket));
        }

        _machines = new StateMachines([], Time, Random.Shared);
        var arn = template.Reference("CallStateMachine");
        _machine = _machines.Load(arn[(arn.LastIndexOf(':') + 1)..], Waiting, new Dictionary<string, string>());
        // A task that ends at once is a bridge, too, to what starts it.
        _ecs = new EcsService(
            new EcsOptions { Executables = new Dictionary<string, string> { ["bridge"] = "/bin/true" } },
            Time,
            static _ => { },
            static _ => { }
        );
        _ecs.Register(Product.Built.TaskDefinition);
        S3 = new CountedService(new S3Service(Store, Time));
        States = new CountedService(new StepFunctionsService(_machines));
        door.Add(S3);
        door.Add(States);
        door.Add(_ecs);
    }

    public RuntimeApiServer Api { get; }

    public StackTemplate Template { get; }

    public S3Store Store { get; } = new(Time);

    public CountedService S3 { get; }

    public CountedService States { get; }

    public string CallBucket => Template.Reference("CallBucket");

    public string BackupBucket => Template.Reference("BackupBucket");

    public ReadOnlyMemory<byte> SpotWarning => _ecs.SpotWarningOf(Time.GetUtcNow());

    /// <summary>What any process finds its AWS by.</summary>
    public IReadOnlyDictionary<string, string> Account => _door.ProductEnvironment;

    public static async Task<LambdaStage> OpenAsync(CancellationToken cancellationToken)
    {
        var product = Product.Built;
        var template = new StackTemplate(product.Template, LocalAccount.Id, LocalAccount.Region, "bench");
        var door = await AwsFrontDoor.StartAsync(new FrontDoorOptions(), Time, null, cancellationToken);
        return new LambdaStage(door, await RuntimeApiServer.StartAsync(cancellationToken), template);
    }

    /// <summary>All functions of the template, run by one executable.</summary>
    public IReadOnlyList<FunctionDefinition> Functions(string executable) =>
        [
            .. Template
                .OfType("AWS::Serverless::Function")
                .Select(id => FunctionDefinition.From(Template, id, executable)),
        ];

    /// <summary>A function's variables, as Lambda gives them.</summary>
    public Dictionary<string, string> EnvironmentOf(FunctionDefinition function, RuntimeSeat seat) =>
        FunctionEnvironment.Of(function, Account, seat.Address, Time.GetUtcNow());

    /// <summary>A call whose execution runs and whose folder has what its callers' functions look for first.</summary>
    public CallFolder BeginCall()
    {
        var contact = ContactId.New();
        var folder = new CallFolder(CallBucket, contact);
        _machines.Start(_machine.Arn, contact.ToString(), "{}");
        var description = new CallDescription
        {
            ContactId = contact,
            StreamArn = LocalAccount.Arn("kinesisvideo", "stream/bench/1"),
            StartFragmentNumber = "1",
            StartTimestamp = Time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        Store.Put(
            CallBucket,
            folder.KeyOf(CallFile.Call.Name),
            JsonSerializer.SerializeToUtf8Bytes(description, CallFile.Call.Shape),
            "application/json"
        );
        return folder;
    }

    /// <summary>Puts a file into a call's folder.</summary>
    public void Put<T>(CallFolder folder, JsonFile<T> file, T content)
        where T : class =>
        Store.Put(
            folder.Bucket,
            folder.KeyOf(file.Name),
            JsonSerializer.SerializeToUtf8Bytes(content, file.Shape),
            "application/json"
        );

    public async ValueTask DisposeAsync()
    {
        await _ecs.DisposeAsync();
        await Api.DisposeAsync();
        await _door.DisposeAsync();
    }
}
