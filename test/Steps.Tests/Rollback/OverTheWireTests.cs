using System.IO.Compression;
using System.Net.Http.Headers;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using SonicBridge.Sdk.Tests.Aws.Moto;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Steps.Tests.Flows;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Rollback;

/// <summary>Backup, migration, rollback and proof against an emulator that knows nothing of them, by the real clients.</summary>
public sealed class OverTheWireTests : IDisposable
{
    private static readonly BasicAWSCredentials s_nobody = new("nobody", "nothing");

    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly byte[] _code = Zip("exports.handler = async () => 1");
    private readonly HttpClient _codeAddress;
    private readonly AmazonECSClient _ecs;
    private readonly AmazonLambdaClient _lambda;
    private readonly FakeConnect _connect = new();
    private readonly string _moto;
    private byte[] _liveCode;

    public OverTheWireTests(MotoServer moto)
    {
        var config = moto.Reach(new AmazonLambdaConfig());
        _moto = config.ServiceURL;
        _lambda = new AmazonLambdaClient(s_nobody, config);
        _ecs = new AmazonECSClient(s_nobody, moto.Reach(new AmazonECSConfig()));
        _liveCode = _code;
        // The emulator gives addresses of AWS's own buckets, where its code is not.
        _codeAddress = new HttpClient(new CodeAddress(() => _liveCode));
    }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _s3.Dispose();
        _ecs.Dispose();
        _lambda.Dispose();
        _connect.Dispose();
        _codeAddress.Dispose();
    }

    [Fact]
    public async Task What_a_migration_and_others_changed_is_brought_back_and_proved()
    {
        await DeployFargateAsync();
        await BackUpAsync();
        var before = await ReadLiveAsync();

        await MigrateAsync();
        await MeddleAsync();
        await RollBackAsync();

        (await ProveAsync()).Done.ShouldContain("files are what was backed up");
        _s3.Read(MigrationFile.Proof)!.Lines.ShouldAllBe(line => line.Ok);
        (await ReadLiveAsync()).ShouldBe(before);
    }

    private async Task DeployFargateAsync()
    {
        for (var revision = 1; revision <= 2; revision++)
        {
            await _ecs.RegisterTaskDefinitionAsync(
                new RegisterTaskDefinitionRequest
                {
                    Family = TheMigration.Family,
                    RequiresCompatibilities = ["FARGATE"],
                    NetworkMode = NetworkMode.Awsvpc,
                    Cpu = "1024",
                    Memory = "2048",
                    TaskRoleArn = await RoleAsync($"task-{revision}"),
                    ContainerDefinitions =
                    [
                        new ContainerDefinition
                        {
                            Name = "bridge",
                            Image = $"old:{revision}",
                            Environment = [new Amazon.ECS.Model.KeyValuePair { Name = "A", Value = "1" }],
                            Secrets = [new Secret { Name = "S", ValueFrom = "arn:aws:ssm:us-east-1:1:parameter/s" }],
                            PortMappings = [new PortMapping { ContainerPort = 3000, Protocol = TransportProtocol.Tcp }],
                            HealthCheck = new HealthCheck { Command = ["CMD-SHELL", "true"], Interval = 10 },
                            LogConfiguration = new LogConfiguration
                            {
                                LogDriver = LogDriver.Awslogs,
                                Options = new() { ["awslogs-group"] = "g" },
                            },
                        },
                    ],
                    Tags = [new Tag { Key = "team", Value = "voice" }],
                },
                None
            );
        }

        await _lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = TheMigration.Function,
                Role = await RoleAsync("function"),
                Runtime = Runtime.Nodejs20X,
                Handler = "index.handler",
                Description = "starts the task",
                Timeout = 8,
                Code = new FunctionCode { ZipFile = new MemoryStream(_code) },
                Environment = new() { Variables = new() { ["TASK_DEFINITION"] = TheMigration.Family } },
                Tags = new() { ["team"] = "voice" },
            },
            None
        );
        await AllowAsync("connect");
        await _lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest
            {
                FunctionName = TheMigration.Function,
                ReservedConcurrentExecutions = 5,
            },
            None
        );
    }

    private async Task BackUpAsync()
    {
        await new BackupTaskDefinitionsFunction(_s3, _ecs).BackupTaskDefinitions(
            TheMigration.Request,
            TheMigration.Context()
        );
        await new BackupLambdaFunction(_s3, _lambda, _codeAddress).BackupLambda(
            TheMigration.Request,
            TheMigration.Context()
        );
        await ASealedBackup.SealAsync(_s3);
    }

    private async Task MigrateAsync()
    {
        await new PinRevisionFunction(_s3, _lambda).PinRevision(TheMigration.Request, TheMigration.Context());
        await new RegisterBridgeTaskFunction(
            _s3,
            _ecs,
            new BridgeTask(await RoleAsync("bridge"), await RoleAsync("execution"), "bridge", null, "us-east-1")
        ).RegisterBridgeTask(TheMigration.Request, TheMigration.Context());
        (await _lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = TheMigration.Function }, None))
            .Configuration.Environment.Variables["TASK_DEFINITION"]
            .ShouldBe($"{TheMigration.Family}:2");
    }

    /// <summary>What other people do while a migration lasts.</summary>
    private async Task MeddleAsync()
    {
        await _ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = $"{TheMigration.Family}:2" },
            None
        );
        _liveCode = Zip("exports.handler = async () => 2");
        await _lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest
            {
                FunctionName = TheMigration.Function,
                ZipFile = new MemoryStream(_liveCode),
            },
            None
        );
        await _lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = TheMigration.Function,
                Timeout = 3,
                Description = "changed",
            },
            None
        );
        var arn = $"arn:aws:lambda:us-east-1:123456789012:function:{TheMigration.Function}";
        await _lambda.TagResourceAsync(
            new TagResourceRequest
            {
                Resource = arn,
                Tags = new() { ["new"] = "1" },
            },
            None
        );
        await AllowAsync("new");
        await _lambda.DeleteFunctionConcurrencyAsync(
            new DeleteFunctionConcurrencyRequest { FunctionName = TheMigration.Function },
            None
        );
    }

    private async Task RollBackAsync()
    {
        await new RestoreTaskDefinitionFunction(_s3, _ecs).RestoreTaskDefinition(
            TheMigration.Request,
            TheMigration.Context()
        );
        await new RestoreLambdaFunction(_s3, _lambda, _connect, _codeAddress).RestoreLambda(
            TheMigration.Request,
            TheMigration.Context()
        );
        _s3.Text(TheMigration.Key("found/function/code.zip")).ShouldNotBeNull();
    }

    private Task<StepDone> ProveAsync() =>
        new ProveRestoredFunction(_s3, [new TaskDefinitionSnapshot(_ecs), new LambdaSnapshot(_lambda)]).ProveRestored(
            TheMigration.Request,
            TheMigration.Context()
        );

    private async Task<string> ReadLiveAsync()
    {
        var names = _s3.Read(MigrationFile.Restored) ?? RestoredNames.None;
        var task = await new TaskDefinitionSnapshot(_ecs).ReadAsync(TheMigration.Plan, names);
        var function = await new LambdaSnapshot(_lambda).ReadAsync(TheMigration.Plan, names);
        return string.Join('\n', task.Files.Concat(function.Files).Select(file => $"{file.Sha256} {file.Path}"));
    }

    private async Task AllowAsync(string id) =>
        await _lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = TheMigration.Function,
                StatementId = id,
                Action = "lambda:InvokeFunction",
                Principal = "connect.amazonaws.com",
                SourceAccount = "123456789012",
            },
            None
        );

    /// <summary>The emulator runs functions and tasks under roles that it knows alone; there is no client of IAM here.</summary>
    private async Task<string> RoleAsync(string name)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_moto));
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Action"] = "CreateRole",
                ["Version"] = "2010-05-08",
                ["RoleName"] = name,
                ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[]}""",
            }
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            "Credential=nobody/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0"
        );
        using var response = await http.SendAsync(request, None);
        response.EnsureSuccessStatusCode();
        return $"arn:aws:iam::123456789012:role/{name}";
    }

    private static byte[] Zip(string source)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("index.js").Open());
            writer.Write(source);
        }

        return bytes.ToArray();
    }
}
