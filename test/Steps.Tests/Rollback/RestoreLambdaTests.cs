using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Steps.Tests.Flows;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class RestoreLambdaTests : IAsyncLifetime
{
    private static readonly string[] s_mayDiffer = ["backup/function/versions.json"];

    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly InMemoryLambda _lambda = InMemoryLambda.Deployed();
    private readonly FakeConnect _connect = new();

    public async ValueTask InitializeAsync()
    {
        _lambda.Tags["team"] = "voice";
        _lambda.Reserved = 5;
        _lambda.Live!.Layers = [new Layer { Arn = "arn:aws:lambda:us-east-1:111122223333:layer:tools:3" }];
        await _lambda.PublishVersionAsync(new PublishVersionRequest());
        await _lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                Name = "live",
                FunctionVersion = "1",
                Description = "what flows call",
            }
        );
        await AllowAsync("connect", null, "connect.amazonaws.com");
        await AllowAsync("connect-live", "live", "connect.amazonaws.com");
        await AllowAsync("account", null, "444455556666");
        await new BackupLambdaFunction(_s3, _lambda, _lambda.Http()).BackupLambda(
            TheMigration.Request,
            TheMigration.Context()
        );
        _lambda.Changes.Clear();
    }

    public ValueTask DisposeAsync()
    {
        _s3.Dispose();
        _lambda.Dispose();
        _connect.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private Task<StepDone> RestoreAsync() =>
        new RestoreLambdaFunction(_s3, _lambda, _connect, _lambda.Http()).RestoreLambda(
            TheMigration.Request,
            TheMigration.Context()
        );

    /// <summary>Runs the step again and again, as the state machine does, while Lambda makes each change.</summary>
    private async Task<int> RestoreSlowlyAsync()
    {
        for (var runs = 1; runs < 10; runs++)
        {
            try
            {
                await RestoreAsync();
                return runs;
            }
            catch (NotReadyYet)
            {
                _lambda.Settle();
            }
        }

        throw new InvalidOperationException("It never ended.");
    }

    private async Task AllowAsync(string id, string? qualifier, string principal) =>
        await _lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                StatementId = id,
                Qualifier = qualifier,
                Action = "lambda:InvokeFunction",
                Principal = principal,
                SourceAccount = principal.Contains('.', StringComparison.Ordinal) ? "111122223333" : null,
                SourceArn = principal.Contains('.', StringComparison.Ordinal)
                    ? "arn:aws:connect:us-east-1:111122223333:instance/1"
                    : null,
            }
        );

    private async Task ShouldBeProvedAsync(params string[] mayDiffer)
    {
        var names = _s3.Read(MigrationFile.Restored) ?? RestoredNames.None;
        var snapshot = await new LambdaSnapshot(_lambda).ReadAsync(
            TheMigration.Function,
            names,
            new CodeDownload(_lambda.Http())
        );
        foreach (var file in snapshot.Files.Where(file => !mayDiffer.Contains(file.Path)))
        {
            Encoding
                .UTF8.GetString(file.Content!.Value.Span)
                .ShouldBe(_s3.Text(TheMigration.Key(file.Path)), file.Path);
        }

        snapshot
            .Files.Select(file => file.Path)
            .ShouldBe(
                await new MigrationStore(_s3, MigrationFolder.Parse(TheMigration.Folder)).ListAsync("backup/"),
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task What_was_not_changed_is_not_touched()
    {
        await RestoreAsync();

        _lambda.Changes.ShouldBeEmpty();
        _s3.Calls.ShouldNotContain(call => call.Operation == "PutObject" && call.Key.Contains("/found/"));
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task What_somebody_had_changed_is_kept_and_told_and_the_migrations_own_change_is_not()
    {
        _s3.Write(
            MigrationFile.Pinned,
            new PinnedRevision(
                TheMigration.Function,
                "nova-sonic-bridge:1",
                [new PinnedVariable("TASK_DEFINITION", "nova-sonic-bridge", "nova-sonic-bridge:1")],
                []
            )
        );
        _lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:1";
        _lambda.Reserved = 7;

        var done = await RestoreAsync();

        done.Done.ShouldEndWith(
            $"Somebody had changed the reserved concurrency of invoke-fargate-task; what the rollback replaced is kept in {TheMigration.Folder}found/function/concurrency.json."
        );
        _s3.Read(MigrationFile.Restored)!.Kept!.Keys.ShouldBe(["found/function/concurrency.json"]);
        _s3.Text(TheMigration.Key("found/function/concurrency.json"))!.ShouldContain("7");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_instance_lists_the_function_as_it_did(bool wasAssociated)
    {
        var plan = TheMigration.Plan with { ConnectInstanceId = FakeConnect.InstanceId };
        _s3.Write(MigrationFile.Plan, plan);
        _s3.Write(AssociationSnapshot.File, new AssociationRecord(wasAssociated ? [InMemoryLambda.Arn] : []));
        if (!wasAssociated)
        {
            _connect.Functions.Add(InMemoryLambda.Arn);
        }

        await RestoreAsync();
        await RestoreAsync();

        _connect.Functions.Contains(InMemoryLambda.Arn).ShouldBe(wasAssociated);
        _connect.Changes.Count.ShouldBe(1);
        var live = (await new AssociationSnapshot(_connect).ReadAsync(plan, RestoredNames.None)).Files.Single();
        live.Path.ShouldBe(AssociationSnapshot.File.Name);
    }

    [Fact]
    public async Task The_pinned_revision_is_let_go_by_one_change_of_the_configuration()
    {
        _lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:1";

        await RestoreAsync();

        _lambda.Changes.ShouldBe(["UpdateFunctionConfiguration"]);
        _lambda.Live.Environment.Variables["TASK_DEFINITION"].ShouldBe("nova-sonic-bridge");
        // Not even as empty: what Lambda was never told of, it does not tell.
        _lambda.Live.VpcConfig.ShouldBeNull();
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task Each_setting_that_somebody_added_is_taken_away_and_each_change_undone()
    {
        var live = _lambda.Live!;
        live.Description = "changed";
        live.Timeout = 3;
        live.MemorySize = 128;
        live.Handler = "other.handler";
        live.Role = "arn:aws:iam::111122223333:role/other";
        live.Runtime = Runtime.Nodejs22X;
        live.KMSKeyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
        live.Layers = [];
        live.VpcConfig = new VpcConfigDetail { SubnetIds = ["subnet-1"], SecurityGroupIds = ["sg-1"] };
        live.DeadLetterConfig = new DeadLetterConfig { TargetArn = "arn:aws:sqs:us-east-1:111122223333:q" };
        live.TracingConfig = new TracingConfigResponse { Mode = TracingMode.Active };
        live.EphemeralStorage = new Amazon.Lambda.Model.EphemeralStorage { Size = 1024 };
        live.LoggingConfig = new LoggingConfig { LogFormat = LogFormat.JSON, LogGroup = "other" };
        live.Environment.Variables["NEW"] = "1";
        _lambda.Tags["new"] = "1";
        _lambda.Tags["team"] = "other";
        _lambda.Reserved = null;

        await RestoreAsync();

        _lambda.Changes.ShouldBe([
            "UpdateFunctionConfiguration",
            "UntagResource",
            "TagResource",
            "PutFunctionConcurrency",
        ]);
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task Code_that_somebody_deployed_is_kept_and_replaced()
    {
        _lambda.Deploy("their code"u8.ToArray());

        await RestoreAsync();

        _lambda.Changes.ShouldBe(["UpdateFunctionCode"]);
        Encoding.UTF8.GetString(_lambda.Code).ShouldBe("the code");
        _s3.Text(TheMigration.Key("found/function/code.zip")).ShouldBe("their code");
        _s3.Text(TheMigration.Key("found/function/function.json")).ShouldNotBeNull();
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task Each_change_waits_for_the_one_before_and_none_is_made_twice()
    {
        _lambda.Slow = true;
        _lambda.Deploy("their code"u8.ToArray());
        _lambda.Live!.Timeout = 3;

        (await RestoreSlowlyAsync()).ShouldBe(3);

        _lambda.Changes.ShouldBe(["UpdateFunctionCode", "UpdateFunctionConfiguration"]);
        _s3.Text(TheMigration.Key("found/function/code.zip")).ShouldBe("their code");
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task A_change_of_somebody_else_that_is_under_way_is_waited_for()
    {
        _lambda.Live!.LastUpdateStatus = LastUpdateStatus.InProgress;

        await Should.ThrowAsync<NotReadyYet>(RestoreAsync);

        _lambda.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_Lambda_could_not_make_is_told_with_its_reason()
    {
        _lambda.Live!.LastUpdateStatus = LastUpdateStatus.Failed;
        _lambda.Live.LastUpdateStatusReason = "The role cannot be assumed.";

        (await Should.ThrowAsync<MigrationRefused>(RestoreAsync)).Message.ShouldContain("The role cannot be assumed.");
    }

    [Fact]
    public async Task Statements_that_somebody_gave_took_or_changed_are_as_they_were()
    {
        await AllowAsync("new", null, "events.amazonaws.com");
        await _lambda.RemovePermissionAsync(new RemovePermissionRequest { StatementId = "account" }, None);
        await _lambda.RemovePermissionAsync(
            new RemovePermissionRequest { StatementId = "connect-live", Qualifier = "live" },
            None
        );
        await AllowAsync("connect-live", "live", "events.amazonaws.com");
        _lambda.Changes.Clear();

        await RestoreAsync();

        _lambda.Changes.Order().ShouldBe(["AddPermission", "AddPermission", "RemovePermission", "RemovePermission"]);
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task Aliases_stand_again_for_what_they_stood_for()
    {
        await _lambda.PublishVersionAsync(new PublishVersionRequest(), None);
        await _lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                Name = "live",
                FunctionVersion = "2",
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["1"] = 0.5 } },
            },
            None
        );
        await _lambda.CreateAliasAsync(new CreateAliasRequest { Name = "new", FunctionVersion = "2" }, None);
        _lambda.Changes.Clear();

        await RestoreAsync();

        _lambda.Changes.ShouldBe(["UpdateAlias", "DeleteAlias"]);
        _lambda.Aliases["live"].FunctionVersion.ShouldBe("1");
        await ShouldBeProvedAsync(s_mayDiffer);
    }

    [Fact]
    public async Task A_function_that_somebody_deleted_is_created_anew_with_all_that_it_had()
    {
        _lambda.Slow = true;
        _lambda.DeleteFunction();

        (await RestoreSlowlyAsync()).ShouldBe(2);

        _lambda.Changes.First().ShouldBe("CreateFunction");
        Encoding.UTF8.GetString(_lambda.Code).ShouldBe("the code");
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task A_version_that_somebody_deleted_is_published_anew_under_another_number()
    {
        _lambda.DeleteVersion("1");

        await RestoreAsync();

        _lambda.Aliases["live"].FunctionVersion.ShouldBe("2");
        _s3.Read(MigrationFile.Restored)!.Versions.ShouldBe(new Dictionary<string, string> { ["1"] = "2" });
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task A_version_whose_code_is_not_in_the_backup_is_told()
    {
        var versions = _s3.Text(TheMigration.Key(FunctionFile.Versions.Name))!;
        _s3.Seed(
            TheMigration.Key(FunctionFile.Versions.Name),
            versions.Replace(_lambda.Live!.CodeSha256, Convert.ToBase64String(new byte[32]), StringComparison.Ordinal)
        );
        _lambda.DeleteVersion("1");

        (await Should.ThrowAsync<MigrationRefused>(RestoreAsync)).Message.ShouldContain("Version 1");
    }
}
