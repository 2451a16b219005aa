using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Backup;

public sealed class BackupLambdaTests : IDisposable
{
    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly InMemoryLambda _lambda = InMemoryLambda.Deployed();

    public void Dispose()
    {
        _s3.Dispose();
        _lambda.Dispose();
    }

    private Task<StepDone> BackUpAsync() =>
        new BackupLambdaFunction(_s3, _lambda, _lambda.Http()).BackupLambda(TheMigration.Request, TheMigration.Context());

    private JsonNode File(string name) => JsonNode.Parse(_s3.Text(TheMigration.Key($"backup/function/{name}"))!)!;

    private async Task PublishAsync() =>
        await _lambda.PublishVersionAsync(
            new PublishVersionRequest { FunctionName = TheMigration.Function },
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task Code_and_settings_are_kept_and_what_Lambda_changes_by_itself_is_not()
    {
        _lambda.Tags["team"] = "voice";
        _lambda.Tags["aws:cloudformation:stack-name"] = "old-stack";

        await BackUpAsync();

        _s3.Text(TheMigration.Key("backup/function/code.zip")).ShouldBe("the code");
        var function = File("function.json").AsObject();
        function
            .Select(member => member.Key)
            .ShouldBe([
                "architectures",
                "codeSha256",
                "environment",
                "ephemeralStorage",
                "fileSystems",
                "functionName",
                "handler",
                "layers",
                "logging",
                "memorySize",
                "notKept",
                "role",
                "runtime",
                "snapStart",
                "tags",
                "timeout",
                "tracing",
            ]);
        function["environment"]!
            .ToJsonString()
            .ShouldBe("""{"CLUSTER":"nova-sonic-cluster","TASK_DEFINITION":"nova-sonic-bridge"}""");
        function["tags"]!.ToJsonString().ShouldBe("""{"team":"voice"}""");
        File("concurrency.json").ToJsonString().ShouldBe("{}");
    }

    [Fact]
    public async Task The_same_state_is_the_same_bytes_whenever_it_is_read()
    {
        await BackUpAsync();
        var before = _s3.Text(TheMigration.Key("backup/function/function.json"));
        _lambda.Deploy("other"u8.ToArray());
        _lambda.Deploy("the code"u8.ToArray());
        _lambda.Live!.Environment.Variables = _lambda.Live.Environment.Variables.Reverse().ToDictionary();

        await BackUpAsync();

        _s3.Text(TheMigration.Key("backup/function/function.json")).ShouldBe(before);
    }

    [Fact]
    public async Task Versions_aliases_policies_and_concurrency_are_kept_page_by_page()
    {
        await PublishAsync();
        await PublishAsync();
        foreach (var (name, version) in new[] { ("test", "2"), ("live", "1") })
        {
            await _lambda.CreateAliasAsync(
                new CreateAliasRequest
                {
                    Name = name,
                    FunctionVersion = version,
                    RoutingConfig =
                        name == "live"
                            ? new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["2"] = 0.1 } }
                            : null,
                },
                TestContext.Current.CancellationToken
            );
        }

        await AllowAsync("b", null);
        await AllowAsync("a", null);
        await AllowAsync("c", "live");
        _lambda.Reserved = 5;

        await BackUpAsync();

        File("aliases.json")
            .ToJsonString()
            .ShouldBe(
                """[{"name":"live","version":"1","weights":{"2":0.1}},{"name":"test","version":"2","weights":{}}]"""
            );
        File("versions.json").AsArray().Select(version => (string?)version!["version"]).ShouldBe(["1", "2"]);
        File("policy.json")["Statement"]!.AsArray().Select(one => (string?)one!["Sid"]).ShouldBe(["a", "b"]);
        File("policy-live.json")["Statement"]!.AsArray().Select(one => (string?)one!["Sid"]).ShouldBe(["c"]);
        ((int)File("concurrency.json")["reserved"]!).ShouldBe(5);
    }

    [Fact]
    public async Task Code_that_is_not_what_Lambda_says_is_not_kept()
    {
        _lambda.Live!.CodeSha256 = Convert.ToBase64String(new byte[32]);

        (await Should.ThrowAsync<InvalidDataException>(BackUpAsync)).Message.ShouldContain("SHA-256");

        _s3.Text(TheMigration.Key("backup/function/code.zip")).ShouldBeNull();
    }

    [Fact]
    public async Task An_environment_that_cannot_be_decrypted_is_not_taken_for_an_empty_one()
    {
        _lambda.Live!.KMSKeyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
        _lambda.Live.Environment = new EnvironmentResponse
        {
            Error = new EnvironmentError { ErrorCode = "AccessDeniedException", Message = "kms:Decrypt" },
        };

        (await Should.ThrowAsync<MigrationRefused>(BackUpAsync)).Message.ShouldContain(
            "arn:aws:kms:us-east-1:111122223333:key/1"
        );
    }

    [Fact]
    public async Task A_function_of_an_image_is_refused()
    {
        _lambda.Live!.PackageType = PackageType.Image;

        (await Should.ThrowAsync<MigrationRefused>(BackUpAsync)).Message.ShouldContain("image");
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_refused()
    {
        _lambda.DeleteFunction();

        (await Should.ThrowAsync<MigrationRefused>(BackUpAsync)).Message.ShouldContain("functionName");
    }

    [Fact]
    public async Task Every_file_without_which_nothing_can_be_restored_is_written()
    {
        await BackUpAsync();

        LambdaSnapshot.Indispensable.ShouldAllBe(path => _s3.Text(TheMigration.Key(path)) != null);
        JsonSerializer
            .Deserialize(_s3.Text(TheMigration.Key(FunctionFile.Function.Name))!, FunctionFile.Function.Shape)!
            .FunctionName.ShouldBe(TheMigration.Function);
    }

    private async Task AllowAsync(string id, string? qualifier) =>
        await _lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                StatementId = id,
                Qualifier = qualifier,
                Action = "lambda:InvokeFunction",
                Principal = "connect.amazonaws.com",
            },
            TestContext.Current.CancellationToken
        );
}
