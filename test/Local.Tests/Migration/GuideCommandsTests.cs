using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>
/// The commands of docs/operations.md, each by the <c>aws</c> CLI itself in an account that was migrated. The last test
/// goes back by hand, after which the account is no longer what the others look at.
/// </summary>
[TestMethodOrderer(typeof(WayBackLast))]
public sealed class GuideCommandsTests(MigratedAccount account) : IClassFixture<MigratedAccount>
{
    private const string Function = "invoke-fargate-task";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_execution_is_started_watched_and_read_as_the_console_would()
    {
        account.Migration.Status.ShouldBe(ExecutionStatus.Succeeded, account.Migration.Cause);

        var run = await StartAsync("MigrateStateMachine", """{"dryRun": true}""");
        await account.Rehearsal.Cloud.Machines.FindExecution(run).Completion.WaitAsync(Cancellation);

        var watched = await account.AskAsync(GuideCommands.Watch, ("<execution>", run));
        ((string?)watched["status"]).ShouldBe("SUCCEEDED", watched.ToJsonString());
        var history = await account.AskAsync(GuideCommands.History, ("<execution>", run));
        history["events"]!.AsArray().Select(static e => (string?)e!["type"]).ShouldContain("ExecutionSucceeded");
    }

    [Fact]
    public async Task The_task_definitions_newest_revision_is_for_EC2_with_a_port_that_the_instance_chooses()
    {
        var definition = (await account.AskAsync(GuideCommands.Definition))["taskDefinition"]!;

        ((int?)definition["revision"]).ShouldBe(3);
        definition["requiresCompatibilities"]!.ToJsonString().ShouldBe("""["EC2"]""");
        ((string?)definition["networkMode"]).ShouldBe("bridge");
        ((int?)definition["containerDefinitions"]![0]!["portMappings"]![0]!["hostPort"]).ShouldBe(0);
        ((string?)definition["taskRoleArn"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Both_functions_are_there_and_the_old_one_names_the_revision_that_it_runs()
    {
        var old = (await account.AskAsync(GuideCommands.OldFunction))["Configuration"]!;
        ((string?)old["State"]).ShouldBe("Active");
        ((string?)old["Environment"]!["Variables"]!["ECS_TASK_DEFINITION"]).ShouldBe("nova-sonic-bridge:2");

        var now = (await account.AskAsync(GuideCommands.NewFunction))["Configuration"]!;
        ((string?)now["State"]).ShouldBe("Active");
        var machine = account.Rehearsal.Cloud.Template.Reference("CallStateMachine");
        ((string?)now["Environment"]!["Variables"]!["CALL_STATE_MACHINE_ARN"]).ShouldBe(machine);
    }

    [Fact]
    public async Task The_test_payload_is_answered_as_a_test_and_starts_no_call()
    {
        var answered = await account.AskAsync(GuideCommands.TestCall);

        ((int?)answered["StatusCode"]).ShouldBe(200);
        answered["FunctionError"].ShouldBeNull();
        var answer = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Join(account.Folder, "answer.json"), Cancellation)
        )!;
        ((string?)answer["status"]).ShouldBe("error");
        ((string?)answer["error"]).ShouldBe("TestInput");
        ((string?)answer["message"])!.ShouldStartWith("This was a test. The function works");
    }

    [Fact]
    public async Task The_diagnosis_of_a_call_says_what_was_found()
    {
        // Before the task runs there is nothing to be seen of it.
        await RunningTaskAsync();
        var answered = await account.AskAsync(GuideCommands.Diagnose);

        ((int?)answered["StatusCode"]).ShouldBe(200);
        answered["FunctionError"].ShouldBeNull();
        var diagnosis = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Join(account.Folder, "answer.json"), Cancellation)
        )!;
        ((string?)diagnosis["contactId"]).ShouldBe(account.Contact.ToString());
        ((string?)diagnosis["summary"]).ShouldNotBeNullOrEmpty();
        diagnosis["findings"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_cluster_the_standby_service_and_the_stack_say_how_much_there_is()
    {
        var cluster = (await account.AskAsync(GuideCommands.Clusters))["clusters"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)cluster["status"]).ShouldBe("ACTIVE");
        ((int?)cluster["registeredContainerInstancesCount"]).ShouldBe(2);

        var service = (await account.AskAsync(GuideCommands.Services))["services"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)service["status"]).ShouldBe("ACTIVE");

        var stack = (await account.AskAsync(GuideCommands.Stack))["Stacks"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)stack["StackStatus"]).ShouldBe("CREATE_COMPLETE");
        var group = stack["Outputs"]!
            .AsArray()
            .Single(static output => (string?)output!["OutputKey"] == "StandbyTargetGroupArn")!["OutputValue"];
        var health = await account.AskAsync(GuideCommands.Targets, ("<StandbyTargetGroupArn>", (string)group!));
        health["TargetHealthDescriptions"]!
            .AsArray()
            .Select(static target => (string?)target!["TargetHealth"]!["State"])
            .ShouldBe(["healthy", "healthy"]);

        var alarms = (await account.AskAsync(GuideCommands.Alarms))["MetricAlarms"]!.AsArray();
        alarms.Select(static alarm => (string?)alarm!["AlarmName"]).ShouldContain("nova-sonic-capacity-no-room");
    }

    [Fact]
    public async Task The_instances_are_found_by_their_name()
    {
        var found = await account.AskAsync(GuideCommands.Instances);

        var instances = found["Reservations"]!.AsArray().SelectMany(static r => r!["Instances"]!.AsArray()).ToList();
        instances.Count.ShouldBe(2);
        instances.ShouldAllBe(static instance => (string?)instance!["State"]!["Name"] == "running");
    }

    [Fact]
    public async Task A_call_that_is_on_the_line_is_a_running_task_a_log_and_a_folder()
    {
        var task = await RunningTaskAsync();

        var described = (await account.AskAsync(GuideCommands.Task, ("<task>", task)))["tasks"]![0]!;
        ((string?)described["launchType"]).ShouldBe("EC2");
        ((string?)described["taskDefinitionArn"])!.ShouldEndWith("nova-sonic-bridge:3");
        (await ReadAsync(GuideCommands.BridgeLog, "message")).ShouldContain(account.Contact.ToString());
        var call = await account.RunAsync(GuideCommands.CallFile);
        ((string?)JsonNode.Parse(call)!["contactId"]).ShouldBe(account.Contact.ToString());
    }

    [Fact]
    public async Task The_functions_log_says_what_it_was_asked() =>
        (await ReadAsync(GuideCommands.FunctionLog, $"Call {account.Contact} is started.")).ShouldContain("REPORT");

    [Fact]
    [Trait(WayBackLast.Trait, "yes")]
    public async Task The_way_back_by_hand_restores_flows_code_and_task_definition_and_removes_the_stack()
    {
        var task = await RunningTaskAsync();
        var current = JsonNode.Parse(await account.RunAsync(GuideCommands.Current))!;
        ((string?)current["phase"]).ShouldBe("Migrated");
        var copied = await account.RunAsync(GuideCommands.Backup, ("<id>", (string)current["id"]!));
        copied.ShouldContain("code.zip");
        await RestoreFlowsAsync();

        var restored = await account.AskAsync(GuideCommands.Code);
        var before = Convert.ToBase64String(
            System.Security.Cryptography.SHA256.HashData(
                await File.ReadAllBytesAsync(Backup("function", "code.zip"), Cancellation)
            )
        );
        ((string?)restored["CodeSha256"]).ShouldBe(before);

        await UnpinAsync();

        var revision = (string)(await FileAsync("registered.json"))["taskDefinition"]!;
        await account.RunAsync(GuideCommands.Deregister, ("<taskDefinition>", revision));
        ((int?)(await account.AskAsync(GuideCommands.Definition))["taskDefinition"]!["revision"]).ShouldBe(2);
        var registered = (await account.AskAsync(GuideCommands.Register, ("<revision>", "2")))["taskDefinition"]!;
        ((int?)registered["revision"]).ShouldBe(4);
        registered["requiresCompatibilities"]!.ToJsonString().ShouldBe("""["FARGATE"]""");
        var start = await account.Rehearsal.Lambdas.InvokeAsync(Function, "{}"u8.ToArray(), Cancellation);
        start.FunctionError.ShouldBeNull(System.Text.Encoding.UTF8.GetString(start.Payload.Span));

        await account.RunAsync(GuideCommands.Stop, ("<task>", task));
        await account.RunAsync(GuideCommands.DeleteStack);
        var clusters = await account.AskAsync(GuideCommands.Clusters);
        clusters["clusters"]!.AsArray().ShouldAllBe(static cluster => (string?)cluster!["status"] == "INACTIVE");
        (await account.AskAsync(GuideCommands.Alarms))["MetricAlarms"]!.AsArray().ShouldBeEmpty();
        await TakeBackAsync();

        // What was done by hand is taken for what it is: the machine proves it.
        var rollback = account.Rehearsal.Cloud.Machines.Start(Machine("RollbackStateMachine"), null, "{}");
        await rollback.Completion.WaitAsync(Cancellation);
        rollback.Status.ShouldBe(ExecutionStatus.Succeeded, rollback.Cause);
    }

    private async Task<JsonNode> FileAsync(string file)
    {
        var current = JsonNode.Parse(await account.RunAsync(GuideCommands.Current))!;
        return await account.AskAsync(GuideCommands.File, ("<id>", (string)current["id"]!), ("<file>", file));
    }

    private async Task UnpinAsync()
    {
        var before = JsonNode.Parse(await File.ReadAllTextAsync(Backup("function", "function.json"), Cancellation))!;
        var variables = before["environment"]!.ToJsonString();
        await account.RunAsync(GuideCommands.Configuration, ("<variables>", variables));

        var now = (await account.AskAsync(GuideCommands.OldFunction))["Configuration"]!["Environment"]!["Variables"]!;
        now.ToJsonString().ShouldBe(variables);
        ((string?)now["ECS_TASK_DEFINITION"]).ShouldBe("nova-sonic-bridge");
    }

    private async Task TakeBackAsync()
    {
        var functions = (await FileAsync("associated.json"))["functions"]!.AsArray();
        functions.Count.ShouldBe(2);
        foreach (var function in functions.Select(static function => function!))
        {
            ((bool?)function["wasAssociated"]).ShouldBe(false);
            await account.RunAsync(GuideCommands.Dissociate, ("<function>", (string)function["arn"]!));
            await account.RunAsync(GuideCommands.Forbid, ("<function>", (string)function["arn"]!));
        }
    }

    private async Task RestoreFlowsAsync()
    {
        var connect = account.Rehearsal.Connect;
        foreach (
            var (command, name, kind) in ((string, string, string)[])
                [(GuideCommands.Flow, "<flow>", "flows"), (GuideCommands.Module, "<module>", "modules")]
        )
        {
            var ids = Directory.GetDirectories(Backup(kind)).Select(static path => Path.GetFileName(path)).ToList();
            ids.ShouldNotBeEmpty();
            foreach (var id in ids)
            {
                await account.RunAsync(command, (name, id));
                var now = connect.Flows.Concat(connect.Modules).Single(flow => flow.Id == id).Saved;
                now.ShouldBe(await File.ReadAllTextAsync(Backup(kind, id, "published.json"), Cancellation));
                now.ShouldContain(Function);
            }
        }

        var drafts = Directory.GetFiles(Backup("flows"), "saved.json", SearchOption.AllDirectories);
        drafts.ShouldNotBeEmpty();
        foreach (var draft in drafts)
        {
            var id = Path.GetFileName(Path.GetDirectoryName(draft))!;
            await account.RunAsync(GuideCommands.Draft, ("<flow>", id));
            var flow = connect.Flows.Single(flow => flow.Id == id);
            flow.Saved.ShouldBe(await File.ReadAllTextAsync(draft, Cancellation));
            flow.Published.ShouldNotBe(flow.Saved);
        }
    }

    private string Backup(params string[] path) => Path.Join([account.Folder, "backup", .. path]);

    private string Machine(string logicalId) => account.Rehearsal.Cloud.Template.Reference(logicalId);

    private async Task<string> StartAsync(string machine, string input)
    {
        var started = await account.AskAsync(GuideCommands.Start, ("<machine>", Machine(machine)), ("<input>", input));
        return (string)started["executionArn"]!;
    }

    /// <summary>The caller's task; it takes a moment until it runs, and nothing tells the CLI.</summary>
    private async Task<string> RunningTaskAsync()
    {
        var found = await UntilAsync(
            async () => await account.RunAsync(GuideCommands.Tasks, ("<status>", "RUNNING")),
            static found => JsonNode.Parse(found)!["taskArns"]!.AsArray().Count > 0
        );
        var task = (string)JsonNode.Parse(found)!["taskArns"]![0]!;
        await UntilAsync(
            () => account.RunAsync(GuideCommands.Task, ("<task>", task)),
            static described => (string?)JsonNode.Parse(described)!["tasks"]![0]!["lastStatus"] == "RUNNING"
        );
        return task;
    }

    /// <summary>Logs are shipped a moment later: read until a text is there.</summary>
    private Task<string> ReadAsync(string command, string text) =>
        UntilAsync(() => account.RunAsync(command), log => log.Contains(text, StringComparison.Ordinal));

    private static async Task<string> UntilAsync(Func<Task<string>> ask, Func<string, bool> isThere)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isThere(answer))
            {
                return answer;
            }

            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(s_limit, answer);
        }
    }
}
