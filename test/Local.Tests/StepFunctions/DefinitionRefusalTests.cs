using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class DefinitionRefusalTests
{
    private const string Function = "\"Resource\":\"arn:aws:lambda:us-east-1:000000000000:function:f\"";

    [Theory]
    [InlineData("{", "/", "is not JSON")]
    [InlineData("[]", "", "an object is expected")]
    [InlineData("""{"States":{}}""", "", "'StartAt' is missing")]
    [InlineData("""{"StartAt":"A"}""", "", "'States' is missing")]
    [InlineData("""{"StartAt":"A","States":{}}""", "/StartAt", "there is no state 'A'")]
    [InlineData(
        """{"StartAt":"A","QueryLanguage":"JSONata","States":{}}""",
        "",
        "can only be JSONPath here, not JSONata"
    )]
    [InlineData("""{"StartAt":"A","Version":"2.0","States":{}}""", "", "can only be 1.0")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"}},"Extra":1}""",
        "",
        "'Extra' is not known of a state machine"
    )]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Succeed"}}}""",
        "/States/B",
        "no transition leads to this state"
    )]
    [InlineData("""{"StartAt":"A","StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "/", "is not JSON")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}]}}}""",
        "/States/A/Branches[0]/States/A",
        "the same name"
    )]
    public void Machine_is_refused(string definition, string place, string reason) => Refuse(definition, place, reason);

    [Theory]
    [InlineData("""{"Type":"Pass"}""", "", "either 'Next' or 'End'")]
    [InlineData("""{"Type":"Pass","Next":"A","End":true}""", "", "either 'Next' or 'End'")]
    [InlineData("""{"Type":"Pass","Next":"Nowhere"}""", "", "there is no state 'Nowhere'")]
    [InlineData("""{"Type":"Loop","End":true}""", "", "no type of state that is known here: Loop")]
    [InlineData(
        """{"Type":"Pass","End":true,"Assign":{"x":1}}""",
        "",
        "the field 'Assign' is not known of a Pass state"
    )]
    [InlineData("""{"Type":"Pass","End":true,"Retry":[]}""", "", "the field 'Retry' is not known of a Pass state")]
    [InlineData("""{"Type":"Pass","End":true,"ResultSelector":{}}""", "", "the field 'ResultSelector' is not known")]
    [InlineData("""{"Type":"Pass","End":true,"InputPath":"x"}""", "/InputPath", "'$' is missing")]
    [InlineData("""{"Type":"Pass","End":true,"ResultPath":"$.a[*]"}""", "/ResultPath", "not a reference path")]
    [InlineData(
        """{"Type":"Pass","End":true,"Parameters":{"a":{"x.$":1}}}""",
        "/Parameters",
        "'x.$' has to be a string"
    )]
    [InlineData(
        """{"Type":"Pass","End":true,"Parameters":{"x.$":"States.Nope(1)"}}""",
        "/Parameters",
        "'States.Nope' is not an intrinsic function"
    )]
    [InlineData(
        """{"Type":"Pass","End":true,"Parameters":{"x.$":"$.a.length()"}}""",
        "/Parameters",
        "'length()' is not supported"
    )]
    [InlineData("""{"Type":"Task","End":true}""", "", "'Resource' is missing")]
    [InlineData(
        """{"Type":"Task","End":true,"Resource":"arn:aws:states:::aws-sdk:ecs:runTask"}""",
        "",
        "arn:aws:states:::aws-sdk:ecs:runTask, and nothing here serves that"
    )]
    [InlineData(
        """{"Type":"Task","End":true,"Resource":"arn:aws:states:::ecs:runTask.sync"}""",
        "",
        "nothing here serves that"
    )]
    [InlineData(
        """{"Type":"Task","End":true,"Resource":"arn:aws:states:us-east-1:1:activity:x"}""",
        "/Resource",
        "neither a function's ARN"
    )]
    [InlineData(
        """{"Type":"Task","End":true,"Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload":1}}""",
        "/Parameters",
        "'FunctionName' is missing"
    )]
    [InlineData(
        """{"Type":"Task","End":true,"Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","InvocationType":"Event"}}""",
        "/Parameters",
        "'InvocationType' is not supported"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"HeartbeatSeconds":60,"TimeoutSeconds":60}""",
        "",
        "'HeartbeatSeconds' has to be less than TimeoutSeconds"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"TimeoutSeconds":0}""",
        "",
        "'TimeoutSeconds' has to be a whole number from 1"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"TimeoutSeconds":5,"TimeoutSecondsPath":"$.t"}""",
        "",
        "cannot both be given"
    )]
    [InlineData("""{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":[]}]}""", "/Retry[0]", "not an empty one")]
    [InlineData(
        """{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":["States.Oops"]}]}""",
        "/Retry[0]",
        "'States.Oops', and the States Language has no such error"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":["States.ALL"]},{"ErrorEquals":["E"]}]}""",
        "/Retry[0]",
        "only in the last entry"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":["E","States.ALL"]}]}""",
        "/Retry[0]",
        "only alone"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":["E"],"BackoffRate":0.5}]}""",
        "/Retry[0]",
        "'BackoffRate' has to be a number of 1 or more"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":["E"],"JitterStrategy":"HALF"}]}""",
        "/Retry[0]",
        "has to be FULL or NONE"
    )]
    [InlineData(
        """{"Type":"Task","End":true,F,"Retry":[{"ErrorEquals":["E"],"Delay":1}]}""",
        "/Retry[0]",
        "'Delay' is not known of a retrier"
    )]
    [InlineData("""{"Type":"Task","End":true,F,"Catch":[{"ErrorEquals":["E"]}]}""", "/Catch[0]", "'Next' is missing")]
    [InlineData("""{"Type":"Wait","End":true}""", "", "exactly one of Seconds")]
    [InlineData(
        """{"Type":"Wait","End":true,"Seconds":1,"Timestamp":"2026-01-01T00:00:00Z"}""",
        "",
        "exactly one of Seconds"
    )]
    [InlineData("""{"Type":"Wait","End":true,"Timestamp":"tomorrow"}""", "", "has to look like")]
    [InlineData("""{"Type":"Wait","End":true,"Seconds":-1}""", "", "whole number from 0")]
    [InlineData("""{"Type":"Fail","Error":"E","ErrorPath":"$.e"}""", "", "cannot both be given")]
    [InlineData("""{"Type":"Fail","InputPath":"$"}""", "", "'InputPath' is not known of a Fail state")]
    [InlineData("""{"Type":"Succeed","Next":"A"}""", "", "'Next' is not known of a Succeed state")]
    [InlineData("""{"Type":"Choice","Choices":[]}""", "", "one choice at least")]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.x","StringLike":"a","Next":"A"}]}""",
        "/Choices[0]",
        "'StringLike' is not a comparison operator"
    )]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.x","Next":"A"}]}""",
        "/Choices[0]",
        "exactly one operator, not none"
    )]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Variable":"$.x","NumericEquals":"5","Next":"A"}]}""",
        "/Choices[0]",
        "cannot be compared with \"5\""
    )]
    [InlineData(
        """{"Type":"Choice","Choices":[{"Not":{"Variable":"$.x","IsNull":true,"Next":"A"},"Next":"A"}]}""",
        "/Choices[0]/Not",
        "'Next' is not known of a choice rule"
    )]
    [InlineData(
        """{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}""",
        "/ItemProcessor/ProcessorConfig",
        "can only be INLINE here, not DISTRIBUTED"
    )]
    [InlineData(
        """{"Type":"Map","End":true,"ItemReader":{},"ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}""",
        "",
        "'ItemReader' is not known of a Map state"
    )]
    [InlineData("""{"Type":"Parallel","End":true,"Branches":[]}""", "", "one branch at least")]
    public void State_is_refused(string state, string place, string reason) =>
        Refuse(
            $$"""{"StartAt":"A","States":{"A":{{state.Replace("F,", Function + ",", StringComparison.Ordinal)}} } }""",
            "/States/A" + place,
            reason
        );

    [Fact]
    public void Substitution_without_a_value_is_refused() =>
        Should
            .Throw<DefinitionRefusedException>(() =>
                Substitutions.Apply("""{"x":"${A.Arn} ${B}"}""", new Dictionary<string, string> { ["A.Arn"] = "a" })
            )
            .Message.ShouldContain("${B}");

    [Fact]
    public void Substitution_is_filled_in() =>
        Substitutions
            .Apply("""{"x":"${A.Arn}","y":"$.z"}""", new Dictionary<string, string> { ["A.Arn"] = "a" })
            .ShouldBe("""{"x":"a","y":"$.z"}""");

    private static void Refuse(string definition, string place, string reason)
    {
        var refusal = Should.Throw<DefinitionRefusedException>(() => new StatesBench().Start(definition));

        refusal.Place.ShouldBe(place);
        refusal.Message.ShouldContain(reason);
    }
}
