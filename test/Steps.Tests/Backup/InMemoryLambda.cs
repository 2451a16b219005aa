using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Backup;

/// <summary>
/// Lambda with one function: a change is under way until it has settled, and until then no other is taken; what is
/// published stays; a member that a request leaves out stays as it is.
/// </summary>
internal sealed partial class InMemoryLambda()
    : AmazonLambdaClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public const string Arn = $"arn:aws:lambda:us-east-1:111122223333:function:{TheMigration.Function}";

    private const int PageSize = 1;

    private readonly List<FunctionConfiguration> _versions = [];
    private readonly Dictionary<string, AliasConfiguration> _aliases = [];
    private readonly Dictionary<string, JsonObject> _policies = [];
    private readonly Dictionary<string, string> _tags = [];
    private int _revision;
    private int _lastVersion;

    /// <summary>The unpublished version; null when the function was deleted.</summary>
    public FunctionConfiguration? Live { get; private set; } = NewFunction();

    /// <summary>The unpublished version's code.</summary>
    public byte[] Code { get; private set; } = [];

    public int? Reserved { get; set; }

    /// <summary>Whether a change takes a while.</summary>
    public bool Slow { get; set; }

    /// <summary>The names of the operations that changed something.</summary>
    public List<string> Changes { get; } = [];

    public IReadOnlyDictionary<string, AliasConfiguration> Aliases => _aliases;

    public Dictionary<string, string> Tags => _tags;

    public List<EventSourceMappingConfiguration> EventSources { get; } = [];

    /// <summary>A function as the Fargate deployment has it.</summary>
    public static InMemoryLambda Deployed()
    {
        var lambda = new InMemoryLambda();
        lambda.Deploy("the code"u8.ToArray());
        lambda.Live!.Environment = new EnvironmentResponse
        {
            Variables = new() { ["TASK_DEFINITION"] = TheMigration.Family, ["CLUSTER"] = "nova-sonic-cluster" },
        };
        lambda.Changes.Clear();
        return lambda;
    }

    /// <summary>Deploys code, as somebody does by hand.</summary>
    public void Deploy(byte[] code)
    {
        Code = code;
        Live!.CodeSha256 = Convert.ToBase64String(SHA256.HashData(code));
        Touch();
    }

    /// <summary>The change that is under way has been made.</summary>
    public void Settle() => (Live!.LastUpdateStatus, Live.State) = (LastUpdateStatus.Successful, State.Active);

    public void DeleteFunction()
    {
        Live = null;
        _versions.Clear();
        _aliases.Clear();
        _policies.Clear();
        _tags.Clear();
        _lastVersion = 0;
    }

    public void DeleteVersion(string version) => _versions.RemoveAll(one => one.Version == version);

    /// <summary>Answers the code to whoever asks for its address.</summary>
    public HttpClient Http() => new(new CodeAddress(() => Code));

    private static FunctionConfiguration NewFunction() =>
        new()
        {
            FunctionName = TheMigration.Function,
            FunctionArn = Arn,
            Role = "arn:aws:iam::111122223333:role/invoke-fargate-task",
            Runtime = Runtime.Nodejs20X,
            Handler = "index.handler",
            Description = "",
            Timeout = 8,
            MemorySize = 256,
            Architectures = ["x86_64"],
            PackageType = PackageType.Zip,
            TracingConfig = new TracingConfigResponse { Mode = TracingMode.PassThrough },
            EphemeralStorage = new EphemeralStorage { Size = 512 },
            LoggingConfig = new LoggingConfig
            {
                LogFormat = LogFormat.Text,
                LogGroup = $"/aws/lambda/{TheMigration.Function}",
            },
            SnapStart = new SnapStartResponse { ApplyOn = SnapStartApplyOn.None },
            Version = "$LATEST",
            State = State.Active,
            LastUpdateStatus = LastUpdateStatus.Successful,
        };

    private FunctionConfiguration Require() =>
        Live ?? throw new ResourceNotFoundException($"Function not found: {Arn}");

    private FunctionConfiguration Change(string operation, string? revisionId = null)
    {
        var live = Require();
        if (live.LastUpdateStatus == LastUpdateStatus.InProgress || live.State == State.Pending)
        {
            throw new ResourceConflictException("An update is in progress for resource.");
        }

        if (revisionId is not null && revisionId != live.RevisionId)
        {
            throw new PreconditionFailedException("The Revision Id provided does not match the latest Revision Id.");
        }

        Changes.Add(operation);
        Touch();
        live.LastUpdateStatus = Slow ? LastUpdateStatus.InProgress : LastUpdateStatus.Successful;
        return live;
    }

    private void Touch()
    {
        Live!.RevisionId = string.Create(CultureInfo.InvariantCulture, $"revision-{++_revision}");
        Live.LastModified = string.Create(
            CultureInfo.InvariantCulture,
            $"2026-01-01T00:00:{_revision % 60:00}.000+0000"
        );
    }

    /// <summary>An answer is what was true when it was given.</summary>
    private static FunctionConfiguration Copy(FunctionConfiguration live)
    {
        var copy = new FunctionConfiguration();
        foreach (var property in typeof(FunctionConfiguration).GetProperties())
        {
            property.SetValue(copy, property.GetValue(live));
        }

        if (live.Environment?.Variables is { } variables)
        {
            copy.Environment = new EnvironmentResponse { Variables = new(variables) };
        }

        return copy;
    }

    private static string KeyOf(string? qualifier) => qualifier ?? "";
}
