using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>An event that no function could take is tried again, then kept, encrypted, where somebody hears of it.</summary>
public sealed class DeadLetterTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();
    private static readonly JsonNode s_resources = s_template["Resources"]!;

    /// <summary>The functions that a rule of EventBridge invokes, each with its one rule.</summary>
    private static readonly List<(string Name, JsonNode Function, string RuleId, JsonNode Rule)> s_invoked =
    [
        .. from function in DeployedTemplate.OfType(s_template, "AWS::Serverless::Function")
        let events = function.Value!["Properties"]!["Events"]?.AsObject()
        where events is not null
        let rule = events.ShouldHaveSingleItem()
        select (
            function.Key[..^"Function".Length],
            function.Value["Properties"]!,
            $"{function.Key}{rule.Key}",
            rule.Value!["Properties"]!
        ),
    ];

    [Fact]
    public void Rule_and_function_try_for_as_long_as_the_event_is_of_use_and_keep_it_in_one_queue()
    {
        s_invoked.Select(one => one.Name).ShouldBe(["BridgeStopped", "SpotWarning", "ContactDisconnected"]);
        foreach (var (name, function, _, rule) in s_invoked)
        {
            var queue = $$"""{"Fn::GetAtt":["{{name}}DeadLetters","Arn"]}""";

            rule["DeadLetterConfig"]!["Arn"]!.ToJsonString().ShouldBe(queue);
            function["DeadLetterQueue"]!["TargetArn"]!.ToJsonString().ShouldBe(queue);
            // A Spot instance is gone after two minutes.
            var age = name == "SpotWarning" ? 120 : 300;
            ((int)rule["RetryPolicy"]!["MaximumEventAgeInSeconds"]!).ShouldBe(age);
            ((int)rule["RetryPolicy"]!["MaximumRetryAttempts"]!).ShouldBeInRange(1, 185);
            ((int)function["EventInvokeConfig"]!["MaximumEventAgeInSeconds"]!).ShouldBe(age);
            ((int)function["EventInvokeConfig"]!["MaximumRetryAttempts"]!).ShouldBe(2, "Lambda tries no more often.");
        }
    }

    [Fact]
    public void Each_queue_is_encrypted_and_keeps_messages_as_long_as_a_queue_can()
    {
        var queues = DeployedTemplate.OfType(s_template, "AWS::SQS::Queue").ToList();

        queues.Select(queue => queue.Key).ShouldBe(s_invoked.Select(one => $"{one.Name}DeadLetters"));
        foreach (var (_, queue) in queues)
        {
            queue!["Properties"]!["KmsMasterKeyId"]!.ToJsonString().ShouldBe("""{"Ref":"CallKey"}""");
            ((int)queue["Properties"]!["MessageRetentionPeriod"]!).ShouldBe((int)TimeSpan.FromDays(14).TotalSeconds);
        }
    }

    [Fact]
    public void Its_own_rule_alone_may_fill_a_queue_and_nobody_may_come_without_TLS()
    {
        foreach (var (name, _, ruleId, _) in s_invoked)
        {
            var policy = s_resources[$"{name}DeadLettersPolicy"]!["Properties"]!;
            var statements = policy["PolicyDocument"]!["Statement"]!.AsArray();

            policy["Queues"]!.ToJsonString().ShouldBe($$"""[{"Ref":"{{name}}DeadLetters"}]""");
            statements.Count.ShouldBe(2);
            statements[0]!
                .ToJsonString()
                .ShouldBe(
                    $$$$"""{"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":{"Fn::GetAtt":["{{{{name}}}}DeadLetters","Arn"]},"Condition":{"Bool":{"aws:SecureTransport":"false"}}}"""
                );
            ((string?)statements[1]!["Effect"]).ShouldBe("Allow");
            ((string?)statements[1]!["Action"]).ShouldBe("sqs:SendMessage");
            statements[1]!["Principal"]!.ToJsonString().ShouldBe("""{"Service":"events.amazonaws.com"}""");
            statements[1]!["Condition"]!
                .ToJsonString()
                .ShouldBe($$$$"""{"ArnEquals":{"aws:SourceArn":{"Fn::GetAtt":["{{{{ruleId}}}}","Arn"]}}}""");
        }
    }

    /// <summary>Without this a queue refuses what a rule gives it, and nobody is told.</summary>
    [Fact]
    public void Rules_of_this_account_may_use_the_key_of_the_queues()
    {
        var statement = s_resources["CallKey"]!["Properties"]!["KeyPolicy"]!["Statement"]!
            .AsArray()
            .Single(one => one!["Principal"]!.ToJsonString() == """{"Service":"events.amazonaws.com"}""")!;

        statement["Action"]!.ToJsonString().ShouldBe("""["kms:Decrypt","kms:GenerateDataKey"]""");
        statement["Condition"]!
            .ToJsonString()
            .ShouldBe(
                """{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}},"ArnLike":{"aws:SourceArn":{"Fn::Sub":"arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*"}}}"""
            );
    }
}
