using System.Text;
using SonicBridge.Contracts;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Deployment;
using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.S3;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.StepFunctions.Service;

namespace SonicBridge.Local.Call;

/// <summary>
/// The product, deployed on this machine from its own template: functions and bridges as real processes, and every
/// service that they speak to behind one front door.
/// </summary>
public sealed class LocalCloud : IAsyncDisposable
{
    private const string StackName = "sonicbridge";

    // A caller does not wait for these to start; a migration's steps can, and there are many.
    private static readonly string[] s_ofCalls =
    [
        "invoke-ecs-ec2-task",
        "next-prompt",
        "launch-bridge",
        "stop-bridge",
        "record-outcome",
        "bridge-stopped",
        "contact-disconnected",
        "spot-warning",
    ];

    private readonly LocalCloudOptions _options;
    private readonly TimeProvider _time;
    private readonly string _stoppedFunction;

    private LocalCloud(LocalCloudOptions options, AwsFrontDoor door, StackTemplate template, TimeProvider time)
    {
        (_options, _time) = (options, time);
        Door = door;
        IsModelReal = options.RealModel is not null;
        Template = template;
        Bucket = template.Reference("CallBucket");
        S3 = new S3Store(time);
        foreach (var bucket in template.OfType("AWS::S3::Bucket"))
        {
            S3.CreateBucket(template.Reference(bucket));
        }

        Lambdas = new LambdaService(
            template
                .OfType("AWS::Serverless::Function")
                .Select(id => Warmed(FunctionDefinition.From(template, id, options.Product.Steps)))
                .Concat(options.Functions),
            door.ProductEnvironment,
            time,
            options.OnFunctionLog
        );
        Machines = new StateMachines(
            [new LambdaIntegration(options.Between(Lambdas))],
            options.MachineTime ?? time,
            Random.Shared,
            options.MachinePauses
        );
        foreach (var machine in template.OfType("AWS::StepFunctions::StateMachine"))
        {
            var arn = template.Reference(machine);
            Machines.Create(
                arn[(arn.LastIndexOf(':') + 1)..],
                template.Substitute(options.Product.Machine(machine)),
                template.Arn($"{machine}Role")
            );
        }

        _stoppedFunction = template.Reference("BridgeStoppedFunction");
        Ecs = new EcsService(EcsOptionsOf(options, door), time, options.OnBridgeLog, OnTaskStopped);
        Ecs.Register(options.Product.TaskDefinition);
        List<IAwsService> services =
        [
            new S3Service(S3, time),
            Lambdas,
            Ecs,
            new StepFunctionsService(Machines),
            new KvsService(options.Streams, options.Kvs, time),
        ];
        if (options.RealModel is null)
        {
            services.Add(new SonicService(options.Script, options.Sonic, time, options.OnSonic));
        }

        foreach (var service in services)
        {
            door.Add(options.Overlay(this, service));
        }
    }

    public AwsFrontDoor Door { get; }

    /// <summary>The product's template as it is deployed here.</summary>
    public StackTemplate Template { get; }

    /// <summary>The bucket of all calls' folders.</summary>
    public string Bucket { get; }

    public S3Store S3 { get; }

    public LambdaService Lambdas { get; }

    public StateMachines Machines { get; }

    public EcsService Ecs { get; }

    /// <summary>Whether Amazon Bedrock answers, and no script.</summary>
    public bool IsModelReal { get; }

    /// <summary>Deploys.</summary>
    /// <exception cref="IOException">A port is taken, or the product is not built; the message says which.</exception>
    public static async Task<LocalCloud> StartAsync(
        LocalCloudOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var door = await AwsFrontDoor.StartAsync(
            options.Door with
            {
                GuestKey = options.RealModel?.Key,
            },
            time,
            null,
            cancellationToken
        );
        var template = new StackTemplate(
            options.Product.Template,
            LocalAccount.Id,
            LocalAccount.Region,
            StackName,
            options.Parameters
        );
        var cloud = new LocalCloud(options, door, template, time);
        try
        {
            await cloud.Lambdas.WarmAsync(cancellationToken);
            return cloud;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is in a file of a call's folder now, or null.</summary>
    public ReadOnlyMemory<byte>? FileOf(ContactId contact, string name) =>
        S3.Find(Bucket, new CallFolder(Bucket, contact).KeyOf(name))?.Content;

    /// <summary>Makes a configuration that of all calls, as a business does: by its file.</summary>
    public void Configure(string json) =>
        S3.Put(Bucket, "configurations/default.json", Encoding.UTF8.GetBytes(json), "application/json");

    /// <summary>EC2 takes the instance back on which bridges are placed now: the template's rule tells spot-warning.</summary>
    public Task WarnOfSpotAsync(CancellationToken cancellationToken) =>
        Lambdas.InvokeAsync(
            Template.Reference("SpotWarningFunction"),
            Ecs.SpotWarningOf(_time.GetUtcNow()),
            cancellationToken
        );

    /// <summary>A contact has ended: the template's rule tells contact-disconnected, unless no events are sent.</summary>
    public Task EndContactAsync(ContactId contact, CancellationToken cancellationToken) =>
        _options.ContactEvents
            ? Lambdas.InvokeAsync(
                Template.Reference("ContactDisconnectedFunction"),
                ContactEvent.Disconnected(contact, _time.GetUtcNow()),
                cancellationToken
            )
            : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Ecs.DisposeAsync();
        await Lambdas.DisposeAsync();
        await Door.DisposeAsync();
    }

    private static FunctionDefinition Warmed(FunctionDefinition function) =>
        s_ofCalls.Contains(function.Name) ? function with { Warm = 1 } : function;

    private static EcsOptions EcsOptionsOf(LocalCloudOptions options, AwsFrontDoor door)
    {
        // All bridges share this machine's network, where ECS would give each a port of its own.
        var environment =
            options.RealModel?.Around(door.ProductEnvironment, Environment.GetEnvironmentVariable)
            ?? new Dictionary<string, string>(door.ProductEnvironment);
        environment["BRIDGE_HEALTH_PORT"] = "0";
        foreach (var (name, value) in options.BridgeSettings)
        {
            environment[name] = value;
        }

        return new EcsOptions
        {
            Executables = new Dictionary<string, string> { ["bridge"] = options.Product.Bridge },
            Environment = environment,
            // The user's own key is the only one that the real model knows.
            TaskEnvironment = options.RealModel is null
                ? startedBy => CredentialsOf(door.Keys.Issue(startedBy ?? Guid.NewGuid().ToString()))
                : static _ => new Dictionary<string, string>(),
        };
    }

    private static Dictionary<string, string> CredentialsOf(ClientKey key) =>
        new() { ["AWS_ACCESS_KEY_ID"] = key.AccessKeyId, ["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey };

    // The template's EventBridge rule sends each stopped task there.
    private void OnTaskStopped(ReadOnlyMemory<byte> taskStateChange) =>
        _ = Lambdas.InvokeAsync(_stoppedFunction, taskStateChange, CancellationToken.None);
}
