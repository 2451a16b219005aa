using Amazon.CloudFormation;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Migration;

public sealed class AccountSurveyTests : IAsyncLifetime
{
    private const string OldArn = AContactFlow.OldArn;

    private AFargateAccount _account = null!;

    public async ValueTask InitializeAsync() => _account = await AFargateAccount.DeployedAsync();

    public ValueTask DisposeAsync()
    {
        _account.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_a_migration_will_touch_is_found_and_nothing_is_changed()
    {
        var found = await _account.LookAsync();

        found.Problems.ShouldBeEmpty();
        found.Notices.ShouldBeEmpty();
        found.Function.ShouldBe(InMemoryLambda.Arn);
        found.Revision.ShouldBe("nova-sonic-bridge:2");
        found.Pins.ShouldBe(["TASK_DEFINITION: nova-sonic-bridge -> nova-sonic-bridge:2"]);
        found.Image.ShouldBe($"{FakeImages.Uri}:7");
        found.Stack.ShouldBe("none yet");
        found.Resources.ShouldContainKeyAndValue("AWS::ECS::Cluster", 1);
        found
            .Flows.Select(flow => $"{(flow.IsModule ? "module" : "flow")} {flow.Id}: {string.Join(",", flow.Actions)}")
            .ShouldBe(["module m-1: call", "flow f-1: call"]);
        _account.Lambda.Changes.ShouldBeEmpty();
        _account.Connect.Changes.ShouldBeEmpty();
        _account.Stacks.Acts.ShouldBeEmpty();
        _account.TaskDefinitions.Registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_named_with_the_field_to_give()
    {
        _account.Lambda.DeleteFunction();

        (await _account.ProblemAsync()).ShouldBe(
            "There is no function invoke-fargate-task. Give the name of the Fargate deployment's function as functionName."
        );
    }

    [Fact]
    public async Task So_is_a_family_without_an_active_revision()
    {
        foreach (var revision in _account.TaskDefinitions.Active())
        {
            await _account.TaskDefinitions.DeregisterTaskDefinitionAsync(
                new Amazon.ECS.Model.DeregisterTaskDefinitionRequest
                {
                    TaskDefinition = InMemoryTaskDefinitions.Arn(revision),
                },
                TestContext.Current.CancellationToken
            );
        }

        (await _account.ProblemAsync()).ShouldBe(
            "The task definition family nova-sonic-bridge has no active revision. Give the Fargate deployment's family as taskDefinitionFamily."
        );
    }

    [Fact]
    public async Task So_is_an_instance_of_Amazon_Connect_that_is_not_there()
    {
        var plan = AFargateAccount.Plan with { ConnectInstanceId = "00000000-0000-4000-8000-000000000000" };

        (await _account.LookAsync(plan))
            .Problems.ShouldHaveSingleItem()
            .ShouldBe(
                "There is no Amazon Connect instance 00000000-0000-4000-8000-000000000000 in this account and region. Give the one whose contact flows invoke invoke-fargate-task as connectInstanceId."
            );
    }

    [Fact]
    public async Task Without_a_flow_that_invokes_the_function_there_is_nothing_to_migrate()
    {
        _account.Connect.Modules.Clear();
        _account.Connect.Flows.Remove("f-1");

        (await _account.ProblemAsync()).ShouldBe(
            $"No contact flow of instance {FakeConnect.InstanceId} invokes invoke-fargate-task in a way that can be changed: there is nothing to migrate."
        );
    }

    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:invoke-fargate-task", "in another region or account")]
    [InlineData("arn:aws:lambda:us-east-1:999988887777:function:invoke-fargate-task", "in another region or account")]
    [InlineData("$.Attributes.function", "is taken from $.Attributes.function when a call comes to it")]
    public async Task A_function_of_elsewhere_or_of_a_calls_attribute_is_left_and_told(string function, string told)
    {
        var flow = new AContactFlow().StartingAt("call").Invoking("call", "bye", "bye", function).Ending().Json();
        _account.Connect.Add("f-3", flow);

        var notice = (await _account.LookAsync()).Notices.ShouldHaveSingleItem();

        notice.ShouldStartWith("The contact flow 'Flow f-3', action call, is left as it is: ");
        notice.ShouldContain(told);
    }

    [Fact]
    public async Task Where_no_flow_but_such_a_one_is_there_nothing_can_be_migrated()
    {
        _account.Connect.Modules.Clear();
        _account.Connect.Flows.Clear();
        var elsewhere = OldArn.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal);
        _account.Connect.Add(
            "f-3",
            new AContactFlow().StartingAt("call").Invoking("call", "bye", "bye", elsewhere).Ending().Json()
        );

        (await _account.ProblemAsync()).ShouldContain("in a way that can be changed: there is nothing to migrate.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_that_was_not_pushed_is_named_with_the_way_to_push_it(bool isRepositoryThere)
    {
        _account.Images.Tags = isRepositoryThere ? ["6", "latest"] : null;

        var problem = await _account.ProblemAsync();

        problem.ShouldStartWith($"There is no image {FakeImages.Uri}:7. Build and push it");
        problem.ShouldContain("BuildImageByHand");
        problem.ShouldContain("imageTag");
    }

    [Fact]
    public async Task A_stack_of_that_name_that_is_somebody_elses_is_left_alone()
    {
        _account.Stacks.Set(StackStatus.CREATE_COMPLETE, description: "Our payroll");

        var found = await _account.LookAsync();

        found
            .Problems.ShouldHaveSingleItem()
            .ShouldBe(
                "There is a stack nova-sonic-ecs-stack that this project did not make. Give another name as stackName."
            );
        found.Stack.ShouldBe("CREATE_COMPLETE");
    }

    [Fact]
    public async Task One_that_an_earlier_migration_left_is_no_hindrance()
    {
        _account.Stacks.Deployed();

        var found = await _account.LookAsync();

        found.Problems.ShouldBeEmpty();
        found.Stack.ShouldBe("CREATE_COMPLETE");
    }

    [Fact]
    public async Task A_function_that_names_the_family_nowhere_is_asked_about()
    {
        _account.Lambda.Live!.Environment.Variables.Remove("TASK_DEFINITION");

        (await _account.ProblemAsync()).ShouldContain("\"fargateRevisionIsFixed\": true");

        var plan = AFargateAccount.Plan with { FargateRevisionIsFixed = true };
        (await _account.LookAsync(plan)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_published_version_that_would_follow_the_family_is_named_with_what_to_set()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _account.Lambda.PublishVersionAsync(new PublishVersionRequest(), cancellation);
        await _account.Lambda.CreateAliasAsync(
            new CreateAliasRequest { Name = "live", FunctionVersion = "1" },
            cancellation
        );

        var problem = await _account.ProblemAsync();

        problem.ShouldStartWith("Version 1 of invoke-fargate-task, which alias live uses,");
        problem.ShouldContain("Set TASK_DEFINITION to nova-sonic-bridge:2");
    }

    [Fact]
    public async Task A_revision_that_the_function_names_has_to_be_active()
    {
        _account.Lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:1";
        (await _account.LookAsync()).Problems.ShouldBeEmpty();

        await _account.TaskDefinitions.DeregisterTaskDefinitionAsync(
            new Amazon.ECS.Model.DeregisterTaskDefinitionRequest { TaskDefinition = InMemoryTaskDefinitions.Arn(1) },
            TestContext.Current.CancellationToken
        );

        (await _account.ProblemAsync()).ShouldBe(
            "invoke-fargate-task names nova-sonic-bridge:1 in TASK_DEFINITION, and that revision is not active: no task starts by it, now or after a rollback. Set TASK_DEFINITION to an active one, such as nova-sonic-bridge:2, and start the migration again."
        );
    }

    [Fact]
    public async Task And_so_has_one_that_a_published_version_names()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _account.Lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:9";
        await _account.Lambda.PublishVersionAsync(new PublishVersionRequest(), cancellation);
        await _account.Lambda.CreateAliasAsync(
            new CreateAliasRequest { Name = "live", FunctionVersion = "1" },
            cancellation
        );
        _account.Lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:2";

        (await _account.ProblemAsync()).ShouldStartWith(
            "Version 1 of invoke-fargate-task, which alias live uses, names nova-sonic-bridge:9 in TASK_DEFINITION, and that revision is not active"
        );
    }

    [Fact]
    public async Task Parameters_that_the_stack_does_not_take_are_told_before_anything_is_begun()
    {
        var plan = AFargateAccount.Plan with
        {
            StackParameters = new Dictionary<string, string>
            {
                ["NoSuch"] = "1",
                ["MaxInstances"] = "no number",
                ["ClusterName"] = "another",
            },
        };

        var problems = (await _account.LookAsync(plan)).Problems;

        problems.Count.ShouldBe(3);
        problems[0].ShouldStartWith("stackParameters.NoSuch is no parameter of the stack.");
        problems[1].ShouldStartWith("stackParameters.MaxInstances is 'no number', and has to be a number");
        problems[2].ShouldContain("serverless.template with its parameter ClusterName");
    }

    [Fact]
    public async Task A_flow_without_room_for_the_call_loop_is_told_before_anything_is_begun()
    {
        var flow = new AContactFlow().StartingAt("say-0");
        for (var action = 0; action < 245; action++)
        {
            flow = flow.Saying($"say-{action}", action == 244 ? "call" : $"say-{action + 1}");
        }

        _account.Connect.Add("f-3", flow.Invoking("call", "bye", "bye").Ending().Json());

        (await _account.ProblemAsync()).ShouldStartWith("The contact flow 'Flow f-3' cannot be changed: ");
    }

    [Fact]
    public async Task A_function_that_is_an_image_is_told_before_anything_is_begun()
    {
        _account.Lambda.Live!.PackageType = PackageType.Image;

        (await _account.ProblemAsync()).ShouldContain("only a function of a zip can be backed up");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        _account.Lambda.DeleteFunction();
        _account.Images.Tags = [];
        _account.Connect.Modules.Clear();
        _account.Connect.Flows.Clear();

        (await _account.LookAsync()).Problems.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_mended_is_not_told_again_by_a_function_that_has_run_before()
    {
        _account.Images.Tags = [];
        await _account.ProblemAsync();
        _account.Images.Tags = ["7"];

        (await _account.LookAsync()).Problems.ShouldBeEmpty();
    }
}
