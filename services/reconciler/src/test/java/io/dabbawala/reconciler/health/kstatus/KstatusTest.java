package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.LiveObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of each kind, where it fires and where it just does not. JSON in single quotes. */
class KstatusTest {

    private static final Instant CREATED = Instant.parse("2026-11-24T12:00:00Z");

    private static ObjectStatus of(String apiVersion, String kind, String fields, Instant now) {
        var written = "{'apiVersion':'%s','kind':'%s',%s}".formatted(apiVersion, kind, fields);
        return Kstatus.of(LiveObject.of(object(written)), now);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    v1 | ConfigMap | `'metadata':{'deletionTimestamp':'x'}` | Terminating | Resource scheduled for deletion
                    x/v1 | Y | `'metadata':{'generation':2},'status':{'observedGeneration':1}` | InProgress | Y generation is 2, but latest observed generation is 1
                    x/v1 | Y | `'metadata':{'generation':2},'status':{'observedGeneration':2}` | Current | Resource is current
                    x/v1 | Y | `'metadata':{'generation':2}` | Current | Resource is current
                    x/v1 | Y | `'status':{'conditions':[{'type':'Reconciling','status':'True','message':'m'}]}` | InProgress | m
                    x/v1 | Y | `'status':{'conditions':[{'type':'Stalled','status':'True','message':'m'}]}` | Failed | m
                    x/v1 | Y | `'status':{'conditions':[{'type':'Stalled','status':'False'},{'type':'Ready','status':'True'}]}` | Current | Resource is Ready
                    x/v1 | Y | `'status':{'conditions':[{'type':'Ready','status':'False','message':'m'}]}` | InProgress | m
                    x/v1 | Y | `'status':{'conditions':[{'type':'Ready','status':'Unknown','message':'m'}]}` | InProgress | m
                    x/v1 | Y | `'status':{'conditions':'none'}` | Unknown | cannot restore slice from string
                    v1 | Secret | `'data':{}` | Current | Resource is always ready
                    policy/v1 | PodDisruptionBudget | `'spec':{}` | Current | AllowedDisruptions has been computed.
                    v1 | Service | `'spec':{'type':'LoadBalancer'}` | InProgress | ClusterIP not set. Service type: LoadBalancer
                    v1 | Service | `'spec':{'type':'LoadBalancer','clusterIP':'::1'}` | Current | Service is ready
                    v1 | PersistentVolumeClaim | `'status':{'phase':'Pending'}` | InProgress | PVC is not Bound. phase: Pending
                    v1 | PersistentVolumeClaim | `'spec':{}` | InProgress | PVC is not Bound. phase: unknown
                    v1 | PersistentVolumeClaim | `'status':{'phase':'Bound'}` | Current | PVC is Bound
                    batch/v1 | CronJob | `'spec':{}` | Current | Resource is always ready
                    apiextensions.k8s.io/v1 | CustomResourceDefinition | `'status':{'conditions':[{'type':'NamesAccepted','status':'False','message':'m'}]}` | Failed | m
                    apiextensions.k8s.io/v1 | CustomResourceDefinition | `'status':{'conditions':[{'type':'Established','status':'False','reason':'Other','message':'m'}]}` | Failed | m
                    apiextensions.k8s.io/v1 | CustomResourceDefinition | `'status':{'conditions':[{'type':'Established','status':'False','reason':'Installing'}]}` | InProgress | Install in progress
                    apiextensions.k8s.io/v1 | CustomResourceDefinition | `'status':{'conditions':[{'type':'Established','status':'True'}]}` | Current | CRD is established
                    """)
    void what_every_kind_may_say_and_the_simple_kinds(
            String apiVersion, String kind, String fields, String state, String message) {
        assertStatus(apiVersion, kind, fields, state, message);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/health/kstatus-workloads.csv",
            quoteCharacter = '`',
            delimiter = '|')
    void workloads(String kind, String fields, String state, String message) {
        assertStatus("apps/v1", kind, fields, state, message);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    v1 | Pod | `'status':{'phase':'Succeeded'}` | Current | Pod has completed successfully
                    v1 | Pod | `'status':{'phase':'Failed'}` | Current | Pod has completed, but not successfully
                    v1 | Pod | `'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}` | Current | Pod is Ready
                    v1 | Pod | `'status':{'phase':'Running','containerStatuses':[{'name':'a','state':{'waiting':{'reason':'CrashLoopBackOff'}}},{'name':'b','state':{'running':{}}}]}` | Failed | Containers in CrashLoop state: a
                    v1 | Pod | `'status':{'phase':'Running'}` | InProgress | Pod is running but is not Ready
                    v1 | Pod | `'status':{'phase':'Pending'}` | InProgress | Pod is in the Pending phase
                    v1 | Pod | `'spec':{}` | InProgress | Pod phase not available
                    v1 | Pod | `'status':{'phase':'Odd'}` | Unknown | unknown phase Odd
                    batch/v1 | Job | `'spec':{}` | InProgress | Job not started
                    batch/v1 | Job | `'status':{'startTime':'x','active':1}` | Current | Job in progress. success:0, active: 1, failed: 0
                    batch/v1 | Job | `'spec':{'parallelism':3},'status':{'succeeded':3,'conditions':[{'type':'Complete','status':'True'}]}` | Current | Job Completed. succeeded: 3/3
                    batch/v1 | Job | `'spec':{'completions':4},'status':{'failed':1,'conditions':[{'type':'Failed','status':'True'}]}` | Failed | Job Failed. failed: 1/4
                    batch/v1 | Job | `'status':{'conditions':[{'type':'Failed','status':'False'}]}` | InProgress | Job not started
                    batch/v1 | Job | `'spec':{'suspend':true},'status':{'conditions':[{'type':'Suspended','status':'True'}]}` | Current | Job is suspended
                    batch/v1 | Job | `'status':{'conditions':[{'type':'Suspended','status':'True'}]}` | InProgress | Job not started
                    """)
    void pods_and_jobs(
            String apiVersion, String kind, String fields, String state, String message) {
        assertStatus(apiVersion, kind, fields, state, message);
    }

    @Test
    void an_unschedulable_pod_fails_15_seconds_after_its_creation() {
        var pod =
                "'metadata':{'creationTimestamp':'2026-11-24T12:00:00Z'},'status':{'phase':'Pending',"
                        + "'conditions':[{'type':'PodScheduled','status':'False',"
                        + "'reason':'Unschedulable'}]}";

        assertThat(of("v1", "Pod", pod, CREATED.plusSeconds(15).minusNanos(1)))
                .isEqualTo(ObjectStatus.inProgress("Pod has not been scheduled"));
        assertThat(of("v1", "Pod", pod, CREATED.plus(Duration.ofSeconds(15))))
                .isEqualTo(ObjectStatus.failed("Pod could not be scheduled"));
    }

    private static void assertStatus(
            String apiVersion, String kind, String fields, String state, String message) {
        var status = of(apiVersion, kind, fields, CREATED);
        assertThat(status.state().word() + ": " + status.message())
                .isEqualTo(state + ": " + message);
    }
}
