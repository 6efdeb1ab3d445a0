package io.dabbawala.gitwatcher.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizationEditTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'namePrefix':'a-','nameSuffix':'-b','namespace':'shop'} | {'namePrefix':'x-'}"
                        + " | {'namePrefix':'a-','nameSuffix':'-b','namespace':'shop'}",
                "{'images':['web:2']} | {} | {'images':[{'name':'web','newTag':'2'}]}",
                "{'images':['web=reg:5000/web:2@sha256:ab']} | {} | {'images':[{'digest':'sha256:ab',"
                        + "'name':'web','newName':'reg:5000/web','newTag':'2'}]}",
                "{'images':['b:2','a=x']} | {'images':[{'name':'b','newTag':'1','newName':'y'},"
                        + "{'name':'c','newTag':'1'}]} | {'images':[{'name':'a','newName':'x'},"
                        + "{'name':'b','newTag':'2'},{'name':'c','newTag':'1'}]}",
                "{'images':['b=*:2']} | {'images':[{'name':'b','newName':'y'}]}"
                        + " | {'images':[{'name':'b','newName':'y','newTag':'2'}]}",
                "{'replicas':[{'name':'web','count':3}]} | {'replicas':[{'name':'web','count':1},"
                        + "{'name':'db','count':2}]} | {'replicas':[{'count':2,'name':'db'},"
                        + "{'count':3,'name':'web'}]}",
                "{'replicas':[{'name':'web','count':'4'}]} | {}"
                        + " | {'replicas':[{'count':4,'name':'web'}]}",
                "{'commonLabels':{'a':'$ARGOCD_APP_NAME'}} | {} | {'commonLabels':{'a':'web'}}",
                "{'components':['c','d','d']} | {'components':['c']} | {'components':['c','d']}",
                "{'commonLabels':{'a':'1'}} | {'commonLabels':{'b':'2'}}"
                        + " | {'commonLabels':{'a':'1','b':'2'}}",
                "{'commonLabels':{'a':'1'},'labelWithoutSelector':true,"
                        + "'labelIncludeTemplates':true} | {} | {'labels':[{'includeSelectors':false,"
                        + "'includeTemplates':true,'pairs':{'a':'1'}}]}",
                "{'commonAnnotations':{'a':'$ARGOCD_APP_NAME'}} | {}"
                        + " | {'commonAnnotations':{'a':'$ARGOCD_APP_NAME'}}",
                "{'commonAnnotations':{'a':'$ARGOCD_APP_NAME'},'commonAnnotationsEnvsubst':true} | {}"
                        + " | {'commonAnnotations':{'a':'web'}}",
                "{'patches':[{'patch':'x'}],'components':['c']} | {'patches':[{'path':'p'}]}"
                        + " | {'components':['c'],'patches':[{'path':'p'},{'patch':'x'}]}",
                "{} | {'resources':[]} | {'resources':[]}"
            })
    void writes_into_the_overlay_what_kustomize_edit_would(String spec, String before, String after)
            throws Exception {
        assertThat(edited(spec, before)).isEqualTo(after.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'commonLabels':{'a':'1'}} | {'commonLabels':{'a':'2'}} | commonLabels has a already",
                "{'commonAnnotations':{'a':'1'}} | {'commonAnnotations':{'a':'2'}}"
                        + " | commonAnnotations has a already",
                "{'images':['web']} | {} | web is no image override",
                "{'replicas':[{'name':'web','count':'many'}]} | {}"
                        + " | expected integer value for count. Received: many"
            })
    void refuses_what_contradicts_the_overlay(String spec, String before, String reason) {
        assertThatThrownBy(() -> edited(spec, before)).hasMessage(reason);
    }

    @Test
    void wins_when_forced() throws Exception {
        assertThat(
                        edited(
                                "{'commonLabels':{'a':'1'},'forceCommonLabels':true}",
                                "{'commonLabels':{'a':'2'}}"))
                .isEqualTo("{\"commonLabels\":{\"a\":\"1\"}}");
    }

    private static String edited(String spec, String before) throws UnreadableSource {
        var kustomization = (ObjectNode) CanonicalJson.parse(before.replace('\'', '"'));
        var source = CanonicalJson.parse("{\"kustomize\":" + spec.replace('\'', '"') + "}");
        new KustomizationEdit("kustomization.yaml", kustomization)
                .apply(
                        (Kustomize) SourceSpec.toolOf(source),
                        new BuildEnvironment(Map.of("ARGOCD_APP_NAME", "web")));
        return CanonicalJson.of(kustomization);
    }
}
